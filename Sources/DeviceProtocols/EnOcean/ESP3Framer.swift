package import GatewayCore

/// Finds ESP3 frames in a byte stream, whatever the pieces in which it arrives.
///
/// A frame begins with 0x55 and a header whose checksum is right, and is one when the checksum of its data is
/// right, too. Noise can look like a header (one in 256 does): while what it promises is awaited, a whole frame
/// that follows is taken all the same, so that no press waits behind noise.
package struct ESP3Framer: Sendable {
    /// What one piece completed.
    package struct Taken: Hashable, Sendable {
        /// Each with when its last byte came.
        package var packets: [Found] = []
        /// Runs of bytes that belong to no frame; one run counts once, however it arrives.
        package var garbage = 0
        /// Frames whose header is right and whose data is not.
        package var damaged = 0
        /// Frames that ended before their end.
        package var torn = 0
    }

    package struct Found: Hashable, Sendable {
        package var packet: ESP3Packet
        package var moment: Moment
    }

    private enum Candidate {
        case whole(ESP3Packet, end: Int)
        case unfinished
        case damaged
        case none
    }

    private var buffer: [UInt8] = []
    private var isInGarbage = false
    private var last: Moment?

    package init() {}

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> Taken {
        var taken = Taken()
        if let last, moment.boot - last.boot > DecodingLimits.esp3Idle {
            giveUp(last, &taken)
        }
        last = moment
        // A piece may be longer than a frame: in steps, what waits never outgrows one.
        var rest = bytes[...]
        while !rest.isEmpty {
            buffer += rest.prefix(DecodingLimits.esp3Bytes)
            rest = rest.dropFirst(DecodingLimits.esp3Bytes)
            scan(moment, &taken)
        }
        return taken
    }

    /// Gives up what is still unfinished.
    package mutating func finish(at moment: Moment) -> Taken {
        var taken = Taken()
        giveUp(moment, &taken)
        return taken
    }

    /// Takes every whole frame out of the buffer; what stays is the beginning of one.
    private mutating func scan(_ moment: Moment, _ taken: inout Taken) {
        var index = 0
        scanning: while index < buffer.count {
            switch candidate(at: index) {
            case .whole(let packet, let end):
                taken.packets.append(Found(packet: packet, moment: moment))
                isInGarbage = false
                index = end
            case .damaged:
                taken.damaged += 1
                // Its own garbage is told by that; what follows its first byte is looked through.
                isInGarbage = true
                index += 1
            case .none:
                skip(&taken)
                index += 1
            case .unfinished:
                guard let (packet, end) = wholeFrame(after: index) else { break scanning }
                skip(&taken)
                taken.packets.append(Found(packet: packet, moment: moment))
                isInGarbage = false
                index = end
            }
        }
        buffer.removeFirst(index)
    }

    private func wholeFrame(after start: Int) -> (ESP3Packet, end: Int)? {
        for index in buffer.indices.dropFirst(start + 1) {
            if case .whole(let packet, let end) = candidate(at: index) { return (packet, end) }
        }
        return nil
    }

    private func candidate(at index: Int) -> Candidate {
        guard buffer[index] == ESP3Packet.synchronisation else { return .none }
        let body = index + ESP3Packet.headerBytes
        guard body <= buffer.count else { return .unfinished }
        guard ESP3Checksum.of(buffer[index + 1..<body - 1]) == buffer[body - 1] else { return .none }
        let dataCount = Int(buffer[index + 1]) << 8 | Int(buffer[index + 2])
        let last = body + dataCount + Int(buffer[index + 3])
        guard dataCount > 0, last + 1 - index <= DecodingLimits.esp3Bytes else { return .none }
        guard last < buffer.count else { return .unfinished }
        guard ESP3Checksum.of(buffer[body..<last]) == buffer[last] else { return .damaged }
        let packet = ESP3Packet(
            type: buffer[index + 4], data: Array(buffer[body..<body + dataCount]),
            optional: Array(buffer[body + dataCount..<last]))
        return .whole(packet, end: last + 1)
    }

    /// The stream has paused: the buffer's first byte began no frame.
    private mutating func giveUp(_ moment: Moment, _ taken: inout Taken) {
        if !buffer.isEmpty { taken.torn += 1 }
        while !buffer.isEmpty {
            isInGarbage = true
            buffer.removeFirst()
            scan(moment, &taken)
        }
        isInGarbage = false
    }

    private mutating func skip(_ taken: inout Taken) {
        if !isInGarbage { taken.garbage += 1 }
        isInGarbage = true
    }
}
