/// The simulation's only source of chance: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64, so
/// that a seed means the same run on every machine and with every version of the standard library.
package struct Chance: Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    package init(seed: UInt64) {
        var mixer = seed
        state = (Self.mix(&mixer), Self.mix(&mixer), Self.mix(&mixer), Self.mix(&mixer))
    }

    /// A number that depends on the keys alone, for what must stay the same when other events are removed.
    package static func fixed(_ seed: UInt64, _ keys: Int64..., below bound: Int64) -> Int64 {
        var mixed = seed
        for key in keys {
            mixed ^= UInt64(bitPattern: key)
            mixed = mix(&mixed)
        }
        return Int64(mix(&mixed) % UInt64(bound))
    }

    package mutating func next() -> UInt64 {
        let result = Self.rotate(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, 45)
        return result
    }

    /// From 0 up to, but not including, the bound. The bias of a 64-bit remainder is far below one run.
    package mutating func below(_ bound: Int64) -> Int64 {
        precondition(bound > 0, "Chance needs something to choose from.")
        return Int64(next() % UInt64(bound))
    }

    package mutating func happens(perMille: Int64) -> Bool { below(1_000) < perMille }

    package mutating func duration(_ range: ClosedRange<Duration>) -> Duration {
        let low = Self.milliseconds(range.lowerBound)
        return .milliseconds(low + below(Self.milliseconds(range.upperBound) - low + 1))
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }

    private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
        (value << count) | (value >> (64 - count))
    }

    private static func mix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
