/// How an output said last that it is.
package struct OutputReport: Hashable, Codable, Sendable {
    package var output: OutputID
    package var isOn: Bool

    package init(output: OutputID, isOn: Bool) {
        self.output = output
        self.isOn = isOn
    }
}
