/// Cuts a stream of bytes into frames, however the reads fall.
///
/// A frame begins with LF and ends with CR. Anything else is junk; junk that holds `"NAK"` is reported, since
/// receivers are known to answer so without a frame to an account that they do not know.
package struct DC09Deframer: Sendable {
    package enum Item: Hashable, Sendable {
        /// What stood between LF and CR.
        case frame([UInt8])
        /// LF and CR with nothing between: some receivers answer so to a wrong checksum.
        case empty
        /// `"NAK"` outside a frame.
        case bareNAK
    }

    private static let bareNAK = Array("\"NAK\"".utf8)

    private var frame: [UInt8]?
    private var junk: [UInt8] = []
    /// Bytes that belonged to no frame.
    package private(set) var junkBytes = 0

    package init() {}

    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Item] {
        var items: [Item] = []
        for byte in bytes {
            switch (byte, frame) {
            case (0x0A, let unfinished):
                if let unfinished { junkBytes += unfinished.count }
                frame = []
                junk = []
            case (0x0D, let finished?):
                items.append(finished.isEmpty ? .empty : .frame(finished))
                frame = nil
            case (_, _?):
                frame?.append(byte)
                if let length = frame?.count, length > AlarmProtocolLimits.dc09FrameBytes {
                    junkBytes += length
                    frame = nil
                }
            case (_, nil):
                if addJunk(byte) { items.append(.bareNAK) }
            }
        }
        return items
    }

    /// True when the junk has just become `"NAK"`.
    private mutating func addJunk(_ byte: UInt8) -> Bool {
        junkBytes += 1
        if junk.count == AlarmProtocolLimits.dc09JunkBytes { junk.removeFirst() }
        junk.append(byte)
        guard junk.suffix(Self.bareNAK.count).elementsEqual(Self.bareNAK) else { return false }
        junk = []
        return true
    }
}
