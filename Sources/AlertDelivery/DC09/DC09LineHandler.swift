import AlarmProtocols
import NIOCore

/// One question at a time on one connection: writes the frame in one piece, and listens for its reply.
///
/// Frames are never written ahead: receivers are known to take one read for one message. Replies that come
/// when nobody waits, or that belong to an older frame, are passed over.
final class DC09LineHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = DC09Question
    typealias OutboundOut = ByteBuffer

    private var deframer = DC09Deframer()
    private var question: DC09Question?
    private var timer: Scheduled<Void>?

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        precondition(question == nil, "One frame at a time.")
        let asked = unwrapOutboundIn(data)
        question = asked
        let channel = context.channel
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: asked.timeout) {
            self.end(with: .failure(.silence))
            channel.close(promise: nil)
        }
        context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: asked.frame)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        for item in deframer.feed(bytes.readableBytesView) {
            if let verdict = question?.judge(item) { end(with: .success(verdict)) }
        }
        if deframer.junkBytes > DeliveryLimits.junkPerConnection {
            end(with: .failure(.babble))
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(with: .failure(.closed))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end(with: .failure(.closed))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func end(with result: Result<DC09Verdict, DC09LineError>) {
        timer?.cancel()
        timer = nil
        guard let asked = question else { return }
        question = nil
        switch result {
        case .success(let verdict): asked.reply.succeed(verdict)
        case .failure(let error): asked.reply.fail(error)
        }
    }
}
