extension FuzzRandom {
    /// One piece of a hostile stream: a real frame, whole or with something done to it, or none at all.
    mutating func piece(from corpus: [[UInt8]]) -> [UInt8] {
        var bytes = one(of: corpus)
        switch below(12) {
        case 0, 1: return bytes
        case 2: return Array(bytes.prefix(below(bytes.count)))
        case 3: return Array(bytes.dropFirst(below(bytes.count)))
        case 4: return bytes + one(of: corpus)
        case 5:
            let other = one(of: corpus)
            return Array(bytes.prefix(below(bytes.count)) + other.suffix(below(other.count)))
        case 6: bytes.insert(contentsOf: self.bytes(1 + below(4)), at: below(bytes.count))
        case 7: bytes.remove(at: below(bytes.count))
        case 8: return self.bytes(1 + below(64))
        case 9:
            // One byte again and again: often the one with which frames begin.
            let byte = below(2) == 0 ? bytes[0] : UInt8(below(256))
            return Array(repeating: byte, count: 1 + below(300))
        case 10: bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
        default:
            for _ in 0...below(5) { bytes[below(bytes.count)] = UInt8(below(256)) }
        }
        return bytes
    }

    /// How long nothing comes: mostly not long enough to be a pause.
    mutating func pause() -> Duration {
        switch below(20) {
        case 0: .milliseconds(300)
        case 1: .seconds(3)
        default: .milliseconds(below(20))
        }
    }
}
