/// Which of an object's members have been read: of a name that stands twice the first value counts.
struct FirstOnes {
    /// The first 64 places; more are rare, and only they need an array.
    private var near: UInt64 = 0
    private var far: [Int] = []

    /// Whether it is the first at its place.
    mutating func insert(_ place: Int) -> Bool {
        if place < UInt64.bitWidth {
            let bit: UInt64 = 1 << place
            defer { near |= bit }
            return near & bit == 0
        }
        guard !far.contains(place) else { return false }
        far.append(place)
        return true
    }
}
