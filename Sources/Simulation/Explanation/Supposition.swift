package import GatewayCore

/// What is supposed to happen in a home: a device tells something, or is silent, or nobody does anything.
package struct Supposition: Hashable, Sendable {
    package enum Happening: Hashable, Sendable {
        case told(DeviceID, Capability, ReadingValue)
        /// The device is not heard any more.
        case silence(DeviceID)
        /// The devices are well, and none of them tells of anybody.
        case noActivity
    }

    package var happening: Happening
    /// When it happens.
    package var at: WallTime
    /// How the home is lived in; nil for what the settings say of that hour.
    package var mode: HomeMode?
    /// After how long it is over; nil for as long as it is followed.
    package var lasts: Duration?

    package init(_ happening: Happening, at: WallTime, mode: HomeMode? = nil, lasts: Duration? = nil) {
        self.happening = happening
        self.at = at
        self.mode = mode
        self.lasts = lasts
    }

    package var device: DeviceID? {
        switch happening {
        case .told(let device, _, _), .silence(let device): device
        case .noActivity: nil
        }
    }

    /// How long it lasts, as far as it ends at all: movement is over after a minute.
    var length: Duration? {
        if let lasts { return lasts }
        switch happening {
        case .told(_, .motion, .state(true)), .told(_, .vibration, .state(true)):
            return ExplanationLimits.movementLasts
        default: return nil
        }
    }

    /// For how long it is looked what comes of it.
    var followed: Duration {
        if let length { return min(ExplanationLimits.longest, length + ExplanationLimits.followed) }
        if case .silence = happening { return ExplanationLimits.longest }
        return ExplanationLimits.followed
    }
}
