/// What an output was asked to be and has not yet said that it is.
package struct OutputCommand: Hashable, Codable, Sendable {
    package var output: OutputID
    package var isOn: Bool
    /// How often it was asked.
    package var attempts: Int
    /// When to ask again, or to give up; nil once given up, until its intake is heard again.
    package var due: BootTime?
}
