/// How the home stands, for a screen in it or a smart home beside it: that something is open, never what.
package struct HomeStanding: Hashable, Sendable {
    /// Tests and rules on trial count nowhere.
    package var openAlerts: Int
    /// The gravest priority of what is open; nil for none.
    package var gravest: Priority?
    /// The newest stage that the person at home was told of what is open and concerns them; nil for none.
    package var stage: FeedbackStage?
    package var mode: HomeMode
    /// The gateway cannot see, speak or remember something.
    package var hasFault: Bool
    /// Of all devices, also of those that are not listed.
    package var silentDevices: Int
    package var lowBatteries: Int
    /// What somebody takes who acknowledges now: the oldest of the gravest that are raised.
    package var nextToTake: AlertID?
    /// The first of the home's list, at most `Limits.listedDevices`.
    package var devices: [DeviceStanding]
    /// Empty where the residents' names are not shared.
    package var residents: [ResidentStanding]

    package var hasEmergency: Bool { gravest == .emergency }

    package init(
        openAlerts: Int, gravest: Priority?, stage: FeedbackStage?, mode: HomeMode, hasFault: Bool, silentDevices: Int,
        lowBatteries: Int, nextToTake: AlertID?, devices: [DeviceStanding], residents: [ResidentStanding]
    ) {
        self.openAlerts = openAlerts
        self.gravest = gravest
        self.stage = stage
        self.mode = mode
        self.hasFault = hasFault
        self.silentDevices = silentDevices
        self.lowBatteries = lowBatteries
        self.nextToTake = nextToTake
        self.devices = devices
        self.residents = residents
    }
}
