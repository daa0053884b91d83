package import GatewayCore

/// How the gateway stands, for `pullcord status`.
package struct StatusReport: Hashable, Codable, Sendable {
    package struct Device: Hashable, Codable, Sendable {
        package var id: DeviceID
        package var name: String
        package var heard: WallTime?
        package var battery: Quantity?
    }

    /// What an MQTT intake had to leave out; all else is in `figures`.
    package struct Broker: Hashable, Codable, Sendable {
        package var intake: IntakeID
        /// Messages handed to the engine.
        package var arrivals: Int
        /// Messages or topics beyond any device's size.
        package var oversized: Int
        /// Messages below the gateway's own topic that were not its own.
        package var ignored: Int
        /// Batches that could not be recorded in time, so that the broker sent them again.
        package var refusedBatches: Int
        /// Publications of ours that did not go out.
        package var unpublished: Int
        package var connections: Int
    }

    /// What the buttons in Home Assistant asked for.
    package struct HomeAssistant: Hashable, Codable, Sendable {
        package var commands: Int
        /// Kept, late, unknown or too many.
        package var refused: Int
    }

    /// What cannot be seen, why, and the rules that it keeps from their duty.
    package struct Blindness: Hashable, Codable, Sendable {
        package struct Rule: Hashable, Codable, Sendable {
            package var id: RuleID
            package var title: String
            /// It still sees some of what it needs.
            package var isPartial: Bool
            /// "nobody is called when the door stands open".
            package var meaning: String
        }

        /// "bridge zigbee", "device front-door".
        package var cause: String
        package var since: WallTime
        package var devices: [DeviceID]
        package var rules: [Rule]
    }

    package var version: String
    package var home: String
    /// The home's time zone by its IANA name, and how late it is there: "2026-07-01 14:05".
    package var zone: String
    package var localTime: String
    package var started: WallTime
    package var now: Moment
    /// The settings in use are the last good ones, because the files hold errors.
    package var runsOnKeptSettings: Bool
    package var settings: [String]
    package var awayUntil: WallTime?
    package var living: LivingReport
    package var downPaths: [GatewayState.DownPath]
    package var blindness: [Blindness]
    package var openAlerts: Int
    package var waitingDeliveries: Int
    package var devices: [Device]
    package var figures: LoopFigures
    /// Brokers and ports over which something can come just now.
    package var connected: [IntakeID]
    package var brokers: [Broker]
    /// Nil where the home is not shown to Home Assistant.
    package var homeAssistant: HomeAssistant?
    /// What the ledger found damaged, each in one sentence.
    package var damage: [String]

    /// Whether everything that should work does.
    package var isWell: Bool {
        downPaths.isEmpty && blindness.isEmpty && !runsOnKeptSettings && damage.isEmpty
    }
}
