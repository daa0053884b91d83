package import GatewayCore

/// Contact ID's event codes (DC-05) for what our alerts are about.
///
/// Only codes that receivers in the field are known to use with these meanings. A centre that wants others
/// says so in `DC09Connection.codes`.
package enum ContactIDCode {
    package static let range = 1...999
    /// A test by hand; stands for every alert that is a test, so that nobody is sent out for one.
    package static let manualTest = 601
    /// The person took it back before it was raised.
    package static let cancelled = 406

    package static func standard(for kind: AlertKind) -> Int {
        switch kind {
        case .helpCall: 101
        // Contact ID has no code for a fall; vendors use 101, 102 or 120. 101 is what every centre answers as
        // a person's call for help; 120 is "panic" to those that also serve intruder alarms.
        case .fall: 101
        case .smoke: 111
        case .heat: 114
        case .carbonMonoxide: 162
        case .gas: 151
        case .flood: 154
        case .glassBreak: 130
        case .tamper: 144
        // "Fail to report in", of the medical class. 641, which names inactivity outright, is of the class
        // of tests, which centres handle with less haste.
        case .inactivity, .missed, .notReturned, .notInBed, .occupiedTooLong: 102
        // "Medical", without more.
        case .vitalSign, .earlyWarning: 100
        case .temperatureHigh: 158
        case .temperatureLow: 159
        // "24-hour, not burglary": that something needs looking at.
        case .limitExceeded, .leftOpen, .opened, .rapidChange, .wandering, .unusualCount, .corroborated,
            .incomplete, .routineChange:
            150
        case .deviceSilence, .weakSignal: 381
        // "Sensor trouble": nobody knows whether it still works.
        case .testPressDue: 380
        case .batteryLow: 384
        case .mainsLost: 301
        // A receiver of radio sensors is what Contact ID calls an expansion module.
        case .intakeFault, .bridgeFault: 333
        case .channelFault: 350
        // No code says that the gateway itself ails; the nearest, with zone 000.
        case .storageFault, .clockFault, .settingsFault, .gatewayFault, .lateStep: 333
        }
    }
}
