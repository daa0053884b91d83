/// A small generator of its own, so that a seed is the same history everywhere (SplitMix64).
package struct Dice {
    private var state: UInt64

    package init(seed: Int) {
        state = UInt64(seed)
    }

    /// 0 up to, but not including, the number of sides.
    package mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
}
