internal import GatewayCore

/// One step of what a device wants to hear before it sends.
package struct SerialGreetingStep: Hashable, Sendable {
    /// What to write; may be empty, for a device that resets when it is opened and needs a while.
    package var bytes: [UInt8]
    /// How long to wait before the next step, or before the port counts as up.
    package var pause: Duration
    /// What comes during the pause is a rest of before and is thrown away.
    package var discardsInput: Bool

    package init(bytes: [UInt8], pause: Duration, discardsInput: Bool = false) {
        precondition(pause >= .zero, "A pause does not run backwards.")
        precondition(bytes.count <= SerialLimits.unwrittenBytes, "A greeting fits into the line.")
        self.bytes = bytes
        self.pause = pause
        self.discardsInput = discardsInput
    }
}
