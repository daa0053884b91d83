import AlarmProtocols
import GatewayCore
import Testing

@testable import AlertDelivery

@Suite struct DC09ChannelTests {
    @Test func `an alarm is one Contact ID frame in one write`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
                let frame = try #require(receiver.alarms.first)
                #expect(frame.receiver == "0")
                #expect(frame.line == "0")
                #expect(frame.account == "1234")
                #expect((1...9_999).contains(frame.sequence))
                let second = WallTime(milliseconds: momentNow().wall.milliseconds / 1_000 * 1_000)
                #expect(frame.body == .clear(DC09Content(data: "#1234|1101 00 003", timestamp: second)))
                #expect(receiver.stray.elements.isEmpty)
            }
        }
    }

    @Test func `that somebody else took it is not sent, and a closing is a restore`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver, codes: [.helpCall: 100]) { channel in
                #expect(await channel.deliver(sampleOrder(1, kind: .acknowledged), at: momentNow()) == .accepted)
                #expect(receiver.heard.elements.isEmpty)
                #expect(await channel.deliver(sampleOrder(2, kind: .closed), at: momentNow()) == .accepted)
                guard case .clear(let content) = receiver.alarms.first?.body else {
                    Issue.record("A restore was sent.")
                    return
                }
                #expect(content.data == "#1234|3100 00 003")
            }
        }
    }

    @Test func `alarms share one connection, one frame at a time, most important first`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver) { channel in
                // The receiver holds back its first answer until all others wait.
                receiver.answer { _ in [] }
                async let held = channel.deliver(sampleOrder(1), at: momentNow())
                #expect(await receiver.heard.reaches(1))
                async let fault = channel.deliver(
                    sampleOrder(2, about: .batteryLow, priority: .fault), at: momentNow())
                async let urgent = channel.deliver(sampleOrder(3, about: .flood, priority: .urgent), at: momentNow())
                async let emergency = channel.deliver(sampleOrder(4, about: .smoke), at: momentNow())
                #expect(await channel.waits(for: 3))
                #expect(receiver.heard.elements.count == 1)
                receiver.answer(DC09Receiver.acknowledge)
                receiver.sayToAll(DC09Receiver.reply(.ack, to: receiver.heard.elements[0].frame))
                let outcomes = await [held, fault, urgent, emergency]
                #expect(outcomes.allSatisfy { $0 == .accepted })
                let codes = receiver.alarms.map { frame -> String in
                    guard case .clear(let content) = frame.body else { return "" }
                    return String(content.data.dropFirst(7).prefix(3))
                }
                #expect(codes == ["101", "111", "154", "384"])
                #expect(Set(receiver.heard.elements.map(\.connection)) == [1])
                #expect(receiver.stray.elements.isEmpty)
            }
        }
    }

    /// Ways of answering that are known from the field, each with the outcome it must have.
    enum Quirk: CaseIterable, Sendable {
        case junkInHead, splitReply, lateReplyFirst, pollReplyFirst, noiseFirst, mergedReplies, bareNAK, duh
        case wrongSequence, wrongAccount, damagedReply, lineEndOnly, halfReply, endlessNoise, http

        func writes(for frame: DC09Frame) -> [[UInt8]]? {
            let good = DC09Receiver.reply(.ack, to: frame)
            let other = DC09Receiver.reply(.ack, to: frame, sequence: frame.sequence % 9_999 + 1)
            switch self {
            case .junkInHead: return [framedReply("\"ACK\"\(frame.sequence.padded(to: 4))NoneL0#1234[]")]
            case .splitReply: return good.map { [$0] }
            case .lateReplyFirst: return [other, good]
            case .pollReplyFirst: return [DC09Receiver.reply(.duh, to: frame, sequence: 0), good]
            case .noiseFirst: return [Array("hello\r\n\u{0}".utf8), good]
            case .mergedReplies: return [other + good + other]
            case .bareNAK: return [Array("\"NAK\"".utf8)]
            case .duh: return [DC09Receiver.reply(.duh, to: frame)]
            case .wrongSequence: return [other]
            case .wrongAccount: return [DC09Receiver.reply(.ack, to: frame, account: "9999")]
            case .damagedReply: return [good.map { $0 == UInt8(ascii: "A") ? UInt8(ascii: "B") : $0 }]
            case .lineEndOnly: return [[0x0A, 0x0D]]
            case .halfReply: return [Array(good.dropLast())]
            case .endlessNoise: return (0..<100).map { _ in [UInt8](repeating: 0x2E, count: 1_024) }
            case .http: return [Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)]
            }
        }
    }

    @Test(arguments: [
        Quirk.junkInHead, .splitReply, .lateReplyFirst, .pollReplyFirst, .noiseFirst, .mergedReplies,
    ])
    func `an ACK is found whatever is around it`(quirk: Quirk) async throws {
        try await withReceiver({ quirk.writes(for: $0) }) { receiver in
            try await withDC09(to: receiver) { channel in
                for number in 1...3 as ClosedRange<Int64> {
                    #expect(await channel.deliver(sampleOrder(number), at: momentNow()) == .accepted)
                }
            }
        }
    }

    @Test(arguments: [
        Quirk.bareNAK, .wrongSequence, .wrongAccount, .damagedReply, .lineEndOnly, .halfReply, .endlessNoise, .http,
    ])
    func `anything else is a failure, and the next alarm is not harmed by it`(quirk: Quirk) async throws {
        try await withReceiver({ quirk.writes(for: $0) }) { receiver in
            try await withDC09(to: receiver, timeout: .seconds(3)) { channel in
                #expect(await channel.deliver(sampleOrder(1), at: momentNow()).isFailed)
                receiver.answer(DC09Receiver.acknowledge)
                #expect(await channel.deliver(sampleOrder(2), at: momentNow()) == .accepted)
            }
        }
    }

    @Test func `DUH is a refusal, and the path stands`() async throws {
        try await withReceiver({ Quirk.duh.writes(for: $0) }) { receiver in
            try await withDC09(to: receiver) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()).isRefused)
                    #expect(await states.reaches(1))
                    #expect(states.elements == [.up])
                    #expect(receiver.alarms.count == 1)
                }
            }
        }
    }

    @Test func `a frame that arrived damaged is sent again, at most twice`() async throws {
        try await withReceiver({ Quirk.lineEndOnly.writes(for: $0) }) { receiver in
            try await withDC09(to: receiver) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                #expect(receiver.alarms.count == 3)
                #expect(Set(receiver.alarms.map(\.sequence)).count == 1)
            }
        }
    }

    @Test func `the receiver's clock is followed after a NAK, for later alarms too`() async throws {
        let ahead = Duration.hours(26)
        let strict: DC09Receiver.Script = { frame in
            let time = momentNow().wall + ahead
            guard case .clear(let content) = frame.body, let stamp = content.timestamp,
                stamp > time - .seconds(40), stamp < time + .seconds(20)
            else { return [DC09Receiver.nak(at: time)] }
            return [DC09Receiver.reply(.ack, to: frame)]
        }
        try await withReceiver(strict) { receiver in
            try await withDC09(to: receiver) { channel in
                #expect(await channel.deliver(sampleOrder(1), at: momentNow()) == .accepted)
                #expect(receiver.alarms.count == 2)
                #expect(Set(receiver.alarms.map(\.sequence)).count == 1)
                #expect(await channel.deliver(sampleOrder(2), at: momentNow()) == .accepted)
                #expect(receiver.alarms.count == 3)
            }
        }
    }

    @Test func `a receiver that refuses every time is a failure with a reason`() async throws {
        let calls = Record<Int>()
        let stubborn: DC09Receiver.Script = { _ in
            calls.append(0)
            return [DC09Receiver.nak(at: momentNow().wall + .hours(Int64(calls.elements.count)))]
        }
        try await withReceiver(stubborn) { receiver in
            try await withDC09(to: receiver) { channel in
                let outcome = await channel.deliver(sampleOrder(), at: momentNow())
                #expect(outcome.isFailed)
                #expect(outcome.reason?.contains("key") == true)
                #expect(receiver.alarms.count == 3)
            }
        }
    }

    @Test func `a wrong key looks like a wrong clock and is named`() async throws {
        try await withReceiver({ _ in [DC09Receiver.nak(at: momentNow().wall)] }) { receiver in
            try await withDC09(to: receiver, key: Secret("AAAAAAAABBBBBBBB")) { channel in
                let outcome = await channel.deliver(sampleOrder(), at: momentNow())
                #expect(outcome.isFailed)
                #expect(outcome.reason?.contains("key") == true)
                #expect(receiver.alarms.count == 1)
            }
        }
    }

    @Test func `a plain ACK to an enciphered alarm is not believed`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver, key: Secret("AAAAAAAABBBBBBBB"), timeout: .seconds(2)) { channel in
                #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                #expect(receiver.alarms.first?.isSealed == true)
            }
        }
    }

    @Test func `a connection closed while idle costs nothing`() async throws {
        try await withReceiver { receiver in
            try await withDC09(to: receiver) { channel in
                #expect(await channel.deliver(sampleOrder(1), at: momentNow()) == .accepted)
                receiver.answer { _ in nil }
                await receiver.closeConnections()
                receiver.answer(DC09Receiver.acknowledge)
                #expect(await channel.deliver(sampleOrder(2), at: momentNow()) == .accepted)
            }
        }
    }

    @Test(arguments: ["12", "12G4", "", "12345678901234567"])
    func `a channel is not made for an account that cannot be`(account: String) async throws {
        _ = try await withClient { client in
            let connection = DC09Connection(host: "127.0.0.1", port: 1, account: account)
            #expect(throws: ChannelSettingsError.self) {
                _ = try client.channel(
                    id: ChannelID("centre"), connection: .dc09(connection), now: momentNow, logger: testLogger)
            }
        }
    }
}

/// A body with the right length and checksum around it.
func framedReply(_ text: String) -> [UInt8] {
    [0x0A] + framedBytes(Array(text.utf8)) + [0x0D]
}

private func framedBytes(_ bytes: [UInt8]) -> [UInt8] {
    var sum: UInt16 = 0
    for byte in bytes {
        sum ^= UInt16(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xA001 : sum >> 1 }
    }
    func digits(_ number: Int) -> [UInt8] {
        let text = String(number, radix: 16, uppercase: true)
        return Array((String(repeating: "0", count: 4 - text.count) + text).utf8)
    }
    return digits(Int(sum)) + digits(bytes.count) + bytes
}
