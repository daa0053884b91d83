/// An output that is on, and when it is switched off by itself.
package struct OutputLimit: Hashable, Codable, Sendable {
    package var output: OutputID
    package var until: BootTime
}
