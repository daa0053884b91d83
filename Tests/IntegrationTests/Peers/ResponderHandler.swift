import GatewayCore
import NIOCore
import NIOHTTP1

/// One connection of a `Responder`.
final class ResponderHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let responder: Responder
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ responder: Responder) {
        self.responder = responder
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes):
            body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            let answer = responder.currentAnswer
            if head.method == .POST {
                var isAccepted = false
                if case .accept = answer { isAccepted = true }
                responder.take(path: head.uri, headers: head.headers, body: body, isAccepted: isAccepted)
            }
            reply(answer, context)
        }
    }

    private func reply(_ answer: Responder.Answer, _ context: ChannelHandlerContext) {
        switch answer {
        case .accept(after: .zero):
            send(status: 204, [], context)
        case .accept(let pause):
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .nanoseconds(pause.nanoseconds)) {
                let (handler, context) = bound.value
                handler.send(status: 204, [], context)
            }
        case .status(let status, let retryAfter):
            send(status: status, retryAfter.map { [("retry-after", "\($0)")] } ?? [], context)
        case .silence:
            break
        case .closeHalfway:
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["content-length": "1000"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "half")))), promise: nil)
            context.close(promise: nil)
        }
    }

    private func send(status: UInt, _ headers: [(String, String)], _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        var headers = HTTPHeaders(headers)
        if status != 204 { headers.add(name: "content-length", value: "0") }
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: Int(status)), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
