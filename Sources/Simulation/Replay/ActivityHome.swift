package import GatewayCore

/// What the sensors of one home told over some time.
package struct ActivityHome: Hashable, Sendable {
    package struct Firing: Hashable, Sendable {
        package var at: WallTime
        /// The sensor, by its place in `places`.
        package var place: Int
        /// Nil where the line says only that something happened.
        package var value: RecordedValue?
    }

    /// Empty where the recording names no homes.
    package var name: String
    /// Where the sensors are, in the order in which they were first met.
    package internal(set) var places: [String] = []
    /// In order of time.
    package internal(set) var firings: [Firing] = []

    init(name: String) {
        self.name = name
    }
}
