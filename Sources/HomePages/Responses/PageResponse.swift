import FoundationEssentials
import Hummingbird

/// Makes responses in the form that the asker reads: a page for a browser, JSON for a program.
enum PageResponse {
    private struct Message: Encodable {
        var title: String
        var sentence: String
    }

    static func html(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// - Throws: what the encoder throws, which for the pages' own values it never does.
    static func json(_ status: HTTPResponse.Status, _ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
        )
    }

    /// One sentence, as a page or as `{"sentence": …}`.
    static func message(_ status: HTTPResponse.Status, _ sentence: String, to request: Request) -> Response {
        let message = Message(title: status.reasonPhrase, sentence: sentence)
        if wantsJSON(request), let response = try? json(status, message) { return response }
        let view = MessageView(title: message.title, sentence: sentence)
        return html(status, PageTemplates.shared.render(.message, view))
    }

    /// Sends a browser on after a form, so that reloading the page does not send the form again.
    static func see(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// Programs that say nothing get a page, like browsers.
    static func wantsJSON(_ request: Request) -> Bool {
        guard let accept = request.headers[.accept] else { return false }
        return accept.contains("application/json") && !accept.contains("text/html")
    }
}
