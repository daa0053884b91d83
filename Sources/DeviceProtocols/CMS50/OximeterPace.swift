import GatewayCore

/// Lets one of an oximeter's sixty frames a second through to the profiles, and one a second of those in which
/// it does not measure: they take no turn from the others.
struct OximeterPace: Sendable {
    private var lastReading: BootTime?
    private var lastIdle: BootTime?

    init() {}

    /// The frame for people, and with its values if a second has gone by since the last such one.
    mutating func frame(_ sample: OximeterSample, at moment: Moment) -> DeviceFrame {
        let isReading = sample.validPulse != nil || sample.validSaturation != nil
        let last = isReading ? lastReading : lastIdle
        let isDue = last.map { moment.boot - $0 >= DecodingLimits.oximeterInterval } ?? true
        if isDue, isReading { lastReading = moment.boot }
        if isDue, !isReading { lastIdle = moment.boot }
        return DeviceFrame(
            moment: moment, identities: ["oximeter"], values: isDue ? sample.values : [],
            decoded: .object(sample.members))
    }
}
