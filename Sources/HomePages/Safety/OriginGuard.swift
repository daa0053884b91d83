import HTTPTypes
import Hummingbird

/// Takes a form only from a page of the same origin, so that no other site can press a button here.
///
/// Browsers send `Sec-Fetch-Site` over HTTPS and to loopback, and `Origin` with every POST. What sends
/// neither is no browser with our page open.
struct OriginGuard: RouterMiddleware {
    typealias Context = PageContext

    func handle(
        _ request: Request, context: PageContext, next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || isOwn(request) else {
            throw PageFault(status: .forbidden, sentence: "This form did not come from this page.")
        }
        return try await next(request, context)
    }

    private func isOwn(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin"
        }
        guard let origin = request.headers[.origin], let authority = request.head.authority,
            let scheme = ["http://", "https://"].first(where: { origin.hasPrefix($0) })
        else { return false }
        return origin.dropFirst(scheme.utf8.count).lowercased() == authority.lowercased()
    }
}
