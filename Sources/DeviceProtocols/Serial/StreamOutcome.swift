/// What a piece of a byte stream completed.
package struct StreamOutcome: Sendable {
    /// In the order in which they ended.
    package var frames: [DeviceFrame] = []
    /// For each run of bytes or frame that is not what the protocol allows, one sentence that says why.
    package var refusals: [String] = []

    package init() {}
}
