import Hummingbird

/// Takes only requests that were meant for this listener.
///
/// A page of an attacker whose name suddenly points to this address (DNS rebinding) would otherwise read
/// everything as if it were at home here. Such a request names the attacker's host.
struct HostGuard: RouterMiddleware {
    typealias Context = PageContext

    /// Besides addresses and "localhost".
    private var names: Set<HostName>

    init(names: [String]) {
        self.names = Set((names + ["localhost"]).map { HostName($0) })
    }

    func handle(
        _ request: Request, context: PageContext, next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, accepts(HostName(authority)) else {
            throw PageFault(
                status: .misdirectedRequest, sentence: "This name is not one of those that are answered here."
            )
        }
        return try await next(request, context)
    }

    func accepts(_ host: HostName) -> Bool { host.isNumeric || names.contains(host) }
}
