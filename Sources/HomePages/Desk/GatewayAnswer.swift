import AsyncHTTPClient
import FoundationEssentials
import GatewayCore
import Logging
import NIOCore
import NIOHTTP1

/// Tells a gateway by its signed link what a responder decided.
struct GatewayAnswer: Sendable {
    /// What became of it, and how the alert stands when the gateway said so.
    struct Result: Sendable {
        var answer: DeskAnswer
        var document: AnswerDocument?
    }

    private struct Closing: Encodable {
        var outcome: String
        var note: String?
    }

    var logger: Logger

    func acknowledge(at link: String) async -> Result {
        await send(nil, to: link, done: "The gateway knows that you have taken it.", draft: nil)
    }

    func close(at link: String, outcome: AlertOutcome, note: String?) async -> Result {
        await send(
            Closing(outcome: outcome.rawValue, note: note), to: link,
            done: "The gateway has closed it: \(outcome.title).",
            draft: DeskAnswer(sentence: "", failed: false, outcome: outcome.rawValue, note: note)
        )
    }

    private func send(_ closing: Closing?, to link: String, done: String, draft: DeskAnswer?) async -> Result {
        func result(_ sentence: String, failed: Bool, document: AnswerDocument? = nil) -> Result {
            var answer = draft ?? DeskAnswer(sentence: "", failed: false)
            answer.sentence = sentence
            answer.failed = failed
            return Result(answer: answer, document: document)
        }
        guard link.hasPrefix("http://") || link.hasPrefix("https://") else {
            return result("The alert's link is not one that can be followed.", failed: true)
        }
        do {
            let (status, bytes) = try await post(closing, to: link)
            let document = try? JSONDecoder().decode(AnswerDocument.self, from: Data(bytes.readableBytesView))
            switch status {
            case 200..<300: return result(done, failed: false, document: document)
            case 409:
                let sentence = "The gateway says that the alert is \(document?.state ?? "not open") already."
                return result(sentence, failed: true, document: document)
            case 403: return result("The gateway says that this alert was not told to this desk.", failed: true)
            case 404: return result("The gateway does not know this alert or its link any more.", failed: true)
            case 400..<500: return result("The gateway did not understand the answer.", failed: true)
            default: return result("The gateway could not take the answer just now. Try again.", failed: true)
            }
        } catch {
            logger.debug("A gateway could not be reached.", metadata: ["error": "\(type(of: error))"])
            return result(
                "The gateway could not be reached, so it does not know yet. Try again.", failed: true
            )
        }
    }

    /// One client for each answer: people answer seldom, and nothing stays open between. It gets no logger,
    /// for the link is a key.
    private func post(_ closing: Closing?, to link: String) async throws -> (UInt, ByteBuffer) {
        var configuration = HTTPClient.Configuration()
        // A redirect would carry the answer to where the link was not signed for.
        configuration.redirectConfiguration = .disallow
        // Whoever pressed the button waits, and can press again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            var request = HTTPClientRequest(url: link)
            request.method = .POST
            request.headers.add(name: "accept", value: "application/json")
            if let closing {
                request.headers.add(name: "content-type", value: "application/json")
                request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(closing)))
            }
            let timeout = TimeAmount.nanoseconds(PageLimits.answerTimeout.nanoseconds)
            let response = try await client.execute(request, deadline: .now() + timeout)
            let status = response.status.code
            // The status decides; a body that is too long or breaks off only says less.
            let body = (try? await response.body.collect(upTo: PageLimits.answerBytes)) ?? ByteBuffer()
            return (status, body)
        }
    }
}
