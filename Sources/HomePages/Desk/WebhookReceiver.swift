import AlarmProtocols
import GatewayCore
import HTTPTypes
import Hummingbird
import Logging

/// Takes gateways' messages: only signed ones, only fresh ones, each once.
struct WebhookReceiver: Sendable {
    private struct Taken: Encodable {
        var id: String
        /// False for one that had come before; it changed nothing.
        var isNew: Bool

        enum CodingKeys: String, CodingKey {
            case id
            case isNew = "is_new"
        }
    }

    var secrets: [WebhookSecret]
    var store: DeskStore
    var clock: @Sendable () -> WallTime
    var logger: Logger

    func receive(_ request: Request) async throws -> Response {
        do {
            return try await take(request)
        } catch let fault as PageFault {
            store.countRefusal()
            logger.debug("A webhook message was refused.", metadata: ["status": "\(fault.status.code)"])
            // A program reads this: its log wants the sentence, not a page.
            return Response(
                status: fault.status,
                headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: fault.sentence + "\n"))
            )
        }
    }

    private func take(_ request: Request) async throws -> Response {
        let fields = request.headers
        guard let headers = WebhookHeaders(value: { name in HTTPField.Name(name).flatMap { fields[$0] } }) else {
            throw PageFault(status: .badRequest, sentence: "A header of Standard Webhooks is missing.")
        }
        let bytes = Array(try await RequestBytes.read(request, upTo: PageLimits.webhookBytes).readableBytesView)
        do {
            try WebhookSignature.verify(headers, body: bytes, secrets: secrets, now: clock())
        } catch {
            throw PageFault(status: .unauthorized, sentence: error.description)
        }
        let envelope: AlertEnvelope
        do {
            envelope = try AlertEnvelope(decoding: bytes)
        } catch {
            throw PageFault(status: .unprocessableContent, sentence: error.description)
        }
        let receipt = store.receive(envelope, id: headers.id, at: clock())
        return try PageResponse.json(.ok, Taken(id: headers.id, isNew: receipt != .repeated))
    }
}
