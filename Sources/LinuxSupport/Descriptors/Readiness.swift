/// What a descriptor is ready for, or what somebody waits for on it.
package struct Readiness: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// There is something to read, or the end.
    package static let input = Readiness(rawValue: 1)
    /// There is room to write.
    package static let output = Readiness(rawValue: 2)
    /// The other side is gone. Reported without being asked for.
    package static let hangUp = Readiness(rawValue: 4)
    /// The descriptor is broken, or not open. Reported without being asked for.
    package static let error = Readiness(rawValue: 8)
}
