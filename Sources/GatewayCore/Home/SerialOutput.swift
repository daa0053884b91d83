/// What an output behind a serial port is told. A stage or command without bytes writes nothing.
package struct SerialOutput: Hashable, Codable, Sendable {
    package var intake: IntakeID
    /// That of the port, in which it answers.
    package var serialProtocol: SerialConnection.SerialProtocol
    package var stages: [FeedbackStage: [UInt8]]
    package var on: [UInt8]
    /// Empty for what ends by itself, as a chime does.
    package var off: [UInt8]
    /// How it says that it is on or off; nil for one that says nothing.
    package var confirmation: OutputConfirmation?

    package init(
        intake: IntakeID, serialProtocol: SerialConnection.SerialProtocol, stages: [FeedbackStage: [UInt8]] = [:],
        on: [UInt8], off: [UInt8], confirmation: OutputConfirmation? = nil
    ) {
        self.intake = intake
        self.serialProtocol = serialProtocol
        self.stages = stages
        self.on = on
        self.off = off
        self.confirmation = confirmation
    }
}
