import AlarmProtocols
import GatewayCore
import Testing

@testable import AlertDelivery

@Suite struct DC09SupervisionTests {
    @Test func `polls tell the path down and up`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver, pollInterval: .milliseconds(20)) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await receiver.heard.reaches(3))
                    #expect(receiver.heard.elements.allSatisfy { $0.frame.token == .null })
                    await receiver.stop()
                    #expect(await states.reaches(2))
                    try await receiver.start()
                    #expect(await states.reaches(3))
                    #expect(states.elements.map { $0 == .up } == [true, false, true])
                }
            }
        }
    }

    @Test func `a receiver that knows no polls is there all the same`() async throws {
        try await withReceiver({ [DC09Receiver.reply(.duh, to: $0)] }) { receiver in
            try await withDC09(to: receiver, pollInterval: .milliseconds(20)) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await receiver.heard.reaches(3))
                    #expect(states.elements == [.up])
                }
            }
        }
    }

    @Test func `one poll without an answer is no lost path`() async throws {
        let count = Record<Int>()
        let forgetful: DC09Receiver.Script = { frame in
            count.append(0)
            return count.elements.count == 2 ? [] : [DC09Receiver.reply(.ack, to: frame)]
        }
        try await withReceiver(forgetful) { receiver in
            try await withDC09(to: receiver, timeout: .seconds(2), pollInterval: .milliseconds(20)) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await receiver.heard.reaches(5))
                    #expect(states.elements == [.up])
                }
            }
        }
    }

    @Test func `any message puts off the poll`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver, pollInterval: .hours(1)) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
                try await withSupervision(of: channel) { states in
                    #expect(await states.reaches(1))
                    #expect(await channel.deliver(sampleOrder(2), at: momentNow()) == .accepted)
                    #expect(receiver.heard.elements.map(\.frame.token) == [.admCID, .admCID])
                }
            }
        }
    }

    @Test func `an alarm does not wait for a poll that nobody answers`() async throws {
        let mute: DC09Receiver.Script = { $0.token == .null ? [] : [DC09Receiver.reply(.ack, to: $0)] }
        try await withReceiver(mute) { receiver in
            try await withDC09(to: receiver, timeout: .seconds(60), pollInterval: .seconds(1)) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await receiver.heard.reaches(1))
                    let start = ContinuousClock.now
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
                    #expect(ContinuousClock.now - start < patience)
                    #expect(await states.reaches(1))
                    #expect(states.elements == [.up])
                    await channel.shutdown()
                }
            }
        }
    }
}
