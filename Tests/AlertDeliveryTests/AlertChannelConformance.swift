import AlarmProtocols
import GatewayCore
import NIOHTTP1
import Testing

@testable import AlertDelivery

/// What every `AlertChannel` must do, whatever it speaks.
@Suite struct AlertChannelConformance {
    enum Kind: CaseIterable, Sendable {
        case webhook
        case dc09
    }

    /// A peer, the channel towards it, and what the peer can be told to do.
    struct Pair: Sendable {
        var channel: any AlertChannel
        var accept: @Sendable () -> Void
        var beSilent: @Sendable () -> Void
        var stop: @Sendable () async -> Void
        var start: @Sendable () async throws -> Void
        /// The id of each attempt that reached the peer.
        var attempts: @Sendable () -> [String]
    }

    private func withPair(
        _ kind: Kind, timeout: Duration = .seconds(10), _ body: (Pair) async throws -> Void
    ) async throws {
        switch kind {
        case .webhook:
            try await withResponder { responder in
                try await withWebhook(to: responder, timeout: timeout) { channel in
                    try await body(
                        Pair(
                            channel: channel, accept: { responder.answer(.status(204)) },
                            beSilent: { responder.answer(.silence) }, stop: { await responder.stop() },
                            start: { try await responder.start() },
                            attempts: {
                                responder.requests.elements.map { $0.headers.first(name: "webhook-id") ?? "" }
                            }))
                }
            }
        case .dc09:
            try await withReceiver { receiver in
                try await withDC09(to: receiver, timeout: timeout) { channel in
                    try await body(
                        Pair(
                            channel: channel, accept: { receiver.answer(DC09Receiver.acknowledge) },
                            beSilent: { receiver.answer { _ in [] } }, stop: { await receiver.stop() },
                            start: { try await receiver.start() },
                            attempts: { receiver.alarms.map { String($0.sequence) } }))
                }
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `it accepts when the peer accepts`(kind: Kind) async throws {
        try await withPair(kind) { pair in
            #expect(await pair.channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
            #expect(pair.attempts().count == 1)
        }
    }

    @Test(arguments: Kind.allCases)
    func `it fails within its time when the peer is silent`(kind: Kind) async throws {
        try await withPair(kind, timeout: .milliseconds(500)) { pair in
            pair.beSilent()
            let start = ContinuousClock.now
            #expect(await pair.channel.deliver(sampleOrder(), at: momentNow()).isFailed)
            let taken = ContinuousClock.now - start
            #expect(taken >= .milliseconds(450))
            #expect(taken < patience)
        }
    }

    @Test(arguments: Kind.allCases)
    func `it fails at once where nobody listens, and recovers by itself`(kind: Kind) async throws {
        try await withPair(kind, timeout: .seconds(60)) { pair in
            #expect(await pair.channel.deliver(sampleOrder(1), at: momentNow()) == .accepted)
            await pair.stop()
            let start = ContinuousClock.now
            #expect(await pair.channel.deliver(sampleOrder(2), at: momentNow()).isFailed)
            #expect(ContinuousClock.now - start < patience)
            try await pair.start()
            #expect(await pair.channel.deliver(sampleOrder(2), at: momentNow()) == .accepted)
        }
    }

    @Test(arguments: Kind.allCases)
    func `it recovers after silence`(kind: Kind) async throws {
        try await withPair(kind, timeout: .seconds(2)) { pair in
            pair.beSilent()
            #expect(await pair.channel.deliver(sampleOrder(), at: momentNow()).isFailed)
            pair.accept()
            #expect(await pair.channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
        }
    }

    @Test(arguments: Kind.allCases)
    func `every attempt at a delivery has the same id, and other deliveries have others`(kind: Kind) async throws {
        try await withPair(kind, timeout: .seconds(2)) { pair in
            pair.beSilent()
            _ = await pair.channel.deliver(sampleOrder(1), at: momentNow())
            _ = await pair.channel.deliver(sampleOrder(1), at: momentNow())
            _ = await pair.channel.deliver(sampleOrder(2), at: momentNow())
            let attempts = pair.attempts()
            #expect(attempts.count == 3)
            #expect(attempts.first == attempts.dropFirst().first)
            #expect(Set(attempts).count == 2)
        }
    }

    @Test(arguments: Kind.allCases)
    func `deliveries at once all end`(kind: Kind) async throws {
        try await withPair(kind) { pair in
            let outcomes = await outcomes(of: 1...100, over: pair.channel)
            #expect(outcomes.count == 100)
            #expect(outcomes.allSatisfy { $0 == .accepted })
            #expect(Set(pair.attempts()).count == 100)
        }
    }

    @Test(arguments: Kind.allCases)
    func `deliveries at once all end in their time with a silent peer`(kind: Kind) async throws {
        try await withPair(kind, timeout: .milliseconds(500)) { pair in
            pair.beSilent()
            let start = ContinuousClock.now
            let outcomes = await outcomes(of: 1...100, over: pair.channel)
            #expect(outcomes.count == 100)
            #expect(outcomes.allSatisfy { $0.isFailed })
            // One after another they would take 50 seconds.
            #expect(ContinuousClock.now - start < patience)
        }
    }

    @Test(arguments: Kind.allCases)
    func `after its end it fails and does not hang`(kind: Kind) async throws {
        try await withPair(kind) { pair in
            await pair.channel.shutdown()
            #expect(await pair.channel.deliver(sampleOrder(), at: momentNow()).isFailed)
            #expect(pair.attempts().isEmpty)
        }
    }

    @Test(arguments: Kind.allCases)
    func `its path is told once down and once up again`(kind: Kind) async throws {
        try await withPair(kind) { pair in
            try await withSupervision(of: pair.channel) { states in
                #expect(await pair.channel.deliver(sampleOrder(1), at: momentNow()) == .accepted)
                #expect(await states.reaches(1))
                await pair.stop()
                for number in 2...3 as ClosedRange<Int64> {
                    #expect(await pair.channel.deliver(sampleOrder(number), at: momentNow()).isFailed)
                }
                #expect(await states.reaches(2))
                try await pair.start()
                for number in 2...3 as ClosedRange<Int64> {
                    #expect(await pair.channel.deliver(sampleOrder(number), at: momentNow()) == .accepted)
                }
                #expect(await states.reaches(3))
                #expect(states.elements.map { $0 == .up } == [true, false, true])
                #expect(states.elements.dropFirst().first?.reason?.hasSuffix(".") == true)
            }
        }
    }

    private func outcomes(
        of numbers: ClosedRange<Int64>, over channel: any AlertChannel
    ) async -> [DeliveryOutcome] {
        await withTaskGroup(of: DeliveryOutcome.self) { group in
            for number in numbers {
                group.addTask { await channel.deliver(sampleOrder(number), at: momentNow()) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }
}
