package import GatewayCore

/// One sender's side of DC-09: numbers and makes frames, judges replies, and follows the receiver's clock.
///
/// A value that does no I/O and reads no clock, so that the simulation can speak it too.
package struct DC09Exchange: Sendable {
    /// Two clocks this near are one; DC-09's time stamps have whole seconds.
    private static let sameClock = Duration.seconds(3)

    private let account: String
    private let receiver: String
    private let line: String
    private let key: DC09Key?
    private var lastSequence: Int
    private var remembered: [(DeliveryID, Int)] = []
    /// How far the receiver's clock is ahead of ours, once it told.
    package private(set) var clockOffset: Duration?

    /// - Parameter lastSequence: the number before the first. A start that differs from run to run keeps a
    ///   receiver from taking the first alarm after a restart for a copy of an earlier one.
    package init(_ connection: DC09Connection, lastSequence: Int = 0) throws(DC09KeyError) {
        account = connection.account.uppercased()
        receiver = connection.receiver.isEmpty ? "0" : connection.receiver
        line = connection.line.isEmpty ? "0" : connection.line
        key = if let secret = connection.key { try DC09Key(secret, form: connection.keyForm) } else { nil }
        self.lastSequence = lastSequence % AlarmProtocolLimits.dc09Sequences.upperBound
    }

    /// The number for a new poll.
    package mutating func nextSequence() -> Int {
        lastSequence = lastSequence % AlarmProtocolLimits.dc09Sequences.upperBound + 1
        return lastSequence
    }

    /// The number for a delivery: the same on each attempt, so that a receiver can know a repeat.
    package mutating func sequence(for delivery: DeliveryID) -> Int {
        if let known = remembered.last(where: { $0.0 == delivery }) { return known.1 }
        if remembered.count == AlarmProtocolLimits.dc09RememberedSequences { remembered.removeFirst() }
        let sequence = nextSequence()
        remembered.append((delivery, sequence))
        return sequence
    }

    /// A supervision poll.
    package func poll(sequence: Int, at now: Moment, padding: [UInt8]) -> [UInt8] {
        frame(.null, data: "", sequence: sequence, at: now, padding: padding)
    }

    /// A Contact ID event.
    package func event(_ event: ContactIDEvent, sequence: Int, at now: Moment, padding: [UInt8]) -> [UInt8] {
        frame(.admCID, data: "#\(account)|\(event.text)", sequence: sequence, at: now, padding: padding)
    }

    private func frame(
        _ token: DC09Token, data: String, sequence: Int, at now: Moment, padding: [UInt8]
    ) -> [UInt8] {
        var content = DC09Content(data: data)
        let body: DC09Frame.Body
        if let key {
            content.timestamp = time(at: now)
            body = .sealed(key.seal(content, padding: padding))
        } else {
            // The time stamp of a plain frame is optional, and a wrong one makes receivers answer NAK.
            let isKnown = now.quality != .unsynchronised || clockOffset != nil
            content.timestamp = token != .null && isKnown ? time(at: now) : nil
            body = .clear(content)
        }
        return DC09Frame(
            token: token, sequence: sequence, receiver: receiver, line: line, account: account, body: body
        ).encoded()
    }

    /// The receiver's time as well as we know it.
    private func time(at now: Moment) -> WallTime { now.wall + (clockOffset ?? .zero) }

    /// Follows the receiver's clock after a NAK.
    package mutating func follow(clockAhead offset: Duration) {
        clockOffset = offset
    }

    /// What the peer's words mean for the frame with this number; nil where they do not concern it.
    package func verdict(on item: DC09Deframer.Item, sequence: Int, at now: Moment) -> DC09Verdict? {
        switch item {
        case .empty: return .garbled
        case .bareNAK: return .rejected(reason: unknownAccount)
        case .frame(let bytes):
            guard let reply = try? DC09Frame(parsing: bytes) else { return nil }
            return verdict(on: reply, sequence: sequence, at: now)
        }
    }

    private func verdict(on reply: DC09Frame, sequence: Int, at now: Moment) -> DC09Verdict? {
        switch reply.token {
        case .nak: return self.nak(reply, at: now)
        case .ack, .rsp:
            guard concerns(reply, sequence: sequence), isGenuine(reply) else { return nil }
            return .accepted
        case .duh:
            guard concerns(reply, sequence: sequence) else { return nil }
            return .refused(reason: "The receiver answered DUH: it cannot process the event code or format.")
        case .null, .siaDCS, .admCID, .other: return nil
        }
    }

    /// Whether the reply carries the frame's number and, where it names one, our account.
    private func concerns(_ reply: DC09Frame, sequence: Int) -> Bool {
        reply.sequence == sequence && (reply.account.map { $0.uppercased() == account } ?? true)
    }

    /// To an enciphered frame only an enciphered ACK counts: anybody on the way could send a plain one, and
    /// an alarm would be lost.
    private func isGenuine(_ reply: DC09Frame) -> Bool {
        guard let key else { return !reply.isSealed }
        guard case .sealed(let bytes) = reply.body else { return false }
        return (try? key.open(bytes)) != nil
    }

    /// A NAK has the sequence number 0000 and no account, and tells the receiver's time.
    private func nak(_ reply: DC09Frame, at now: Moment) -> DC09Verdict {
        guard case .clear(let content) = reply.body, let time = content.timestamp else {
            return .rejected(reason: unknownAccount)
        }
        let offset = time - now.wall
        guard offset < AlarmProtocolLimits.dc09ClockOffset, .zero - offset < AlarmProtocolLimits.dc09ClockOffset
        else { return .rejected(reason: "The receiver answered NAK with a time that cannot be.") }
        let used = clockOffset ?? .zero
        let difference = offset - used
        if difference < Self.sameClock, .zero - difference < Self.sameClock {
            return .rejected(reason: "The receiver answered NAK though our clocks agree: is the key right?")
        }
        return .clock(ahead: offset)
    }

    private var unknownAccount: String {
        "The receiver answered NAK without its time: does it know this account?"
    }
}
