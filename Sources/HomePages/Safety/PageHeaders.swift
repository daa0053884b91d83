import HTTPTypes
import Hummingbird

/// Tells browsers to run, load, frame and keep nothing but what the pages themselves bring.
struct PageHeaders: RouterMiddleware {
    typealias Context = PageContext

    /// "same-origin" where forms are checked by their Origin: with "no-referrer" browsers send `Origin: null`
    /// (Fetch standard, "append a request Origin header"). "no-referrer" where the address holds a token.
    var referrer: String

    private static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    func handle(
        _ request: Request, context: PageContext, next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let fault as PageFault {
            response = fault.response(from: request, context: context)
        } catch let error as HTTPError where error.status == .notFound {
            response = PageFault.notFound().response(from: request, context: context)
        } catch let error as any HTTPResponseError {
            let fault = PageFault(status: error.status, sentence: "The request could not be understood.")
            response = fault.response(from: request, context: context)
        }
        let fields: [(HTTPField.Name?, String)] = [
            (.contentSecurityPolicy, Self.policy),
            (.xContentTypeOptions, "nosniff"),
            (HTTPField.Name("Referrer-Policy"), referrer),
            (HTTPField.Name("Cross-Origin-Opener-Policy"), "same-origin"),
            (HTTPField.Name("Cross-Origin-Resource-Policy"), "same-origin"),
        ]
        for case (let name?, let value) in fields { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
