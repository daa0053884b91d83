import Hummingbird

/// A request that is not done, with the sentence that says so to whoever asked.
struct PageFault: HTTPResponseError {
    var status: HTTPResponse.Status
    /// One clear sentence without anything that the sender sent.
    var sentence: String
    var headers: HTTPFields = [:]

    func response(from request: Request, context: some RequestContext) -> Response {
        var response = PageResponse.message(status, sentence, to: request)
        response.headers.append(contentsOf: headers)
        return response
    }

    static func tooLarge(_ bytes: Int) -> PageFault {
        PageFault(status: .contentTooLarge, sentence: "This is more than the \(bytes) bytes that are taken here.")
    }

    static func notFound(_ sentence: String = "There is no such page here.") -> PageFault {
        PageFault(status: .notFound, sentence: sentence)
    }
}
