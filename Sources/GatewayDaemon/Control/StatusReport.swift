package import GatewayCore

/// How the gateway stands, for `pullcord status`.
package struct StatusReport: Hashable, Codable, Sendable {
    package struct Device: Hashable, Codable, Sendable {
        package var id: DeviceID
        package var name: String
        package var heard: WallTime?
        package var battery: Quantity?
    }

    package var version: String
    package var home: String
    package var started: WallTime
    package var now: Moment
    /// The settings in use are the last good ones, because the files hold errors.
    package var runsOnKeptSettings: Bool
    package var settings: [String]
    package var awayUntil: WallTime?
    package var downPaths: [GatewayState.DownPath]
    package var openAlerts: Int
    package var waitingDeliveries: Int
    package var devices: [Device]
    package var figures: LoopFigures
    /// What the ledger found damaged, each in one sentence.
    package var damage: [String]

    /// Whether everything that should work does.
    package var isWell: Bool { downPaths.isEmpty && !runsOnKeptSettings && damage.isEmpty }
}
