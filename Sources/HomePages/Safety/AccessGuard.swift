import FoundationEssentials
import GatewayCore
import Hummingbird

/// Asks for a password (RFC 7617), where one is set.
struct AccessGuard: RouterMiddleware {
    typealias Context = PageContext

    /// Nil where only programs of this machine reach the pages.
    var password: Secret?

    func handle(
        _ request: Request, context: PageContext, next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard let password else { return try await next(request, context) }
        guard let given = given(by: request), isSame(given, password.exposed) else {
            throw PageFault(
                status: .unauthorized,
                sentence: "The desk's password is needed.",
                headers: [.wwwAuthenticate: #"Basic realm="desk", charset="UTF-8""#]
            )
        }
        return try await next(request, context)
    }

    /// The password of the request; any user name goes with it.
    private func given(by request: Request) -> String? {
        guard let field = request.headers[.authorization], field.lowercased().hasPrefix("basic "),
            let bytes = Data(base64Encoded: String(field.dropFirst(6)))
        else { return nil }
        let pair = String(decoding: bytes, as: UTF8.self)
        guard let colon = pair.firstIndex(of: ":") else { return nil }
        return String(pair[pair.index(after: colon)...])
    }

    /// Compares without telling by its duration how much was right; the length may be known.
    private func isSame(_ given: String, _ expected: String) -> Bool {
        let (left, right) = (Array(given.utf8), Array(expected.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
