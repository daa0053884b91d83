package import GatewayCore

/// Finds RFXtrx packets in a byte stream, whatever the pieces in which it arrives.
///
/// A packet begins where a length and a type that belong together stand; other bytes are skipped. A packet that
/// stays unfinished for `DecodingLimits.rfxtrxIdle` was none: what followed its first byte is looked through
/// again, so that noise does not hide the packet after it.
package struct RFXtrxFramer: Sendable {
    package struct Packet: Hashable, Sendable {
        /// With the length byte.
        package var bytes: [UInt8]
        package var moment: Moment
    }

    /// What one piece completed.
    package struct Taken: Hashable, Sendable {
        package var packets: [Packet] = []
        /// Runs of bytes that belong to no packet; one run counts once, however it arrives.
        package var garbage = 0
    }

    private var buffer: [UInt8] = []
    private var isInGarbage = false
    private var last: Moment?

    package init() {}

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> Taken {
        var taken = Taken()
        if let last, moment.boot - last.boot > DecodingLimits.rfxtrxIdle {
            giveUp(last, &taken)
        }
        last = moment
        buffer += bytes
        scan(moment, &taken)
        return taken
    }

    /// Gives up what is still unfinished.
    package mutating func finish(at moment: Moment) -> Taken {
        var taken = Taken()
        giveUp(moment, &taken)
        return taken
    }

    /// Takes every whole packet out of the buffer; what stays is the beginning of one, or a single byte.
    private mutating func scan(_ moment: Moment, _ taken: inout Taken) {
        var index = 0
        while index + 1 < buffer.count {
            guard RFXtrxPacketType.begins(length: buffer[index], type: buffer[index + 1]) else {
                skip(&taken)
                index += 1
                continue
            }
            let end = index + 1 + Int(buffer[index])
            guard end <= buffer.count else { break }
            taken.packets.append(Packet(bytes: Array(buffer[index..<end]), moment: moment))
            isInGarbage = false
            index = end
        }
        buffer.removeFirst(index)
    }

    /// The stream has paused: the buffer's first byte began no packet.
    private mutating func giveUp(_ moment: Moment, _ taken: inout Taken) {
        while !buffer.isEmpty {
            skip(&taken)
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
