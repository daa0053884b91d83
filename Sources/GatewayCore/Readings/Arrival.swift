/// Bytes as received, with intake and moment.
package struct Arrival: Hashable, Sendable {
    package var intake: IntakeID
    /// The MQTT topic, or the serial port's logical name.
    package var address: String
    package var bytes: [UInt8]
    package var moment: Moment
    /// The broker kept it (MQTT's RETAIN flag).
    package var isRetained: Bool
    /// The broker may have sent it before (MQTT's DUP flag).
    package var isRedelivered: Bool
    /// It came by an alarm-class session or port: its record precedes its acknowledgement, and it is
    /// never dropped from the inbox.
    package var isAlarmClass: Bool

    package init(
        intake: IntakeID, address: String, bytes: [UInt8], moment: Moment, isRetained: Bool = false,
        isRedelivered: Bool = false, isAlarmClass: Bool
    ) {
        self.intake = intake
        self.address = address
        self.bytes = bytes
        self.moment = moment
        self.isRetained = isRetained
        self.isRedelivered = isRedelivered
        self.isAlarmClass = isAlarmClass
    }
}
