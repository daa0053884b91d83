/// What an alert is about, in the words that responders and their protocols know.
package enum AlertKind: String, Codable, CaseIterable, Sendable, CodingKeyRepresentable {
    case helpCall = "help_call"
    case fall
    case smoke
    case heat
    case carbonMonoxide = "carbon_monoxide"
    case gas
    case flood
    case glassBreak = "glass_break"
    case tamper
    case inactivity
    case temperatureHigh = "temperature_high"
    case temperatureLow = "temperature_low"
    /// Another number above or below its limit.
    case limitExceeded = "limit_exceeded"
    case leftOpen = "left_open"
    case deviceSilence = "device_silence"
    /// A device that speaks only when used was not pressed for longer than it should be.
    case testPressDue = "test_press_due"
    case batteryLow = "battery_low"
    case opened
    case rapidChange = "rapid_change"
    case notReturned = "not_returned"
    case occupiedTooLong = "occupied_too_long"
    case notInBed = "not_in_bed"
    case wandering
    /// Something happened more often, or less often, than it should.
    case unusualCount = "unusual_count"
    case missed
    /// Several signs together.
    case corroborated
    /// Something that should have followed did not.
    case incomplete
    case vitalSign = "vital_sign"
    case earlyWarning = "early_warning"
    case routineChange = "routine_change"
    case weakSignal = "weak_signal"
    case mainsLost = "mains_lost"
    /// A step of an escalation ran much too late.
    case lateStep = "late_step"
    case intakeFault = "intake_fault"
    case bridgeFault = "bridge_fault"
    case channelFault = "channel_fault"
    case storageFault = "storage_fault"
    case clockFault = "clock_fault"
    case settingsFault = "settings_fault"
    case gatewayFault = "gateway_fault"

    /// As it stands in a sentence: "Help call", "Smoke".
    package var title: String {
        switch self {
        case .helpCall: "Help call"
        case .fall: "Fall"
        case .smoke: "Smoke"
        case .heat: "Heat"
        case .carbonMonoxide: "Carbon monoxide"
        case .gas: "Gas"
        case .flood: "Water leak"
        case .glassBreak: "Broken glass"
        case .tamper: "Tampering"
        case .inactivity: "No activity"
        case .temperatureHigh: "High temperature"
        case .temperatureLow: "Low temperature"
        case .limitExceeded: "Limit exceeded"
        case .leftOpen: "Left open"
        case .deviceSilence: "Device silent"
        case .testPressDue: "Test press due"
        case .batteryLow: "Battery low"
        case .opened: "Opened"
        case .rapidChange: "Rapid change"
        case .notReturned: "Not returned"
        case .occupiedTooLong: "Occupied too long"
        case .notInBed: "Not in bed"
        case .wandering: "Left home at an unusual time"
        case .unusualCount: "Unusual count"
        case .missed: "Missed"
        case .corroborated: "Several signs"
        case .incomplete: "Not followed up"
        case .vitalSign: "Vital sign out of limits"
        case .earlyWarning: "Early warning score"
        case .routineChange: "Change of routine"
        case .weakSignal: "Weak signal"
        case .mainsLost: "Mains power lost"
        case .lateStep: "Late step"
        case .intakeFault: "Sensor connection lost"
        case .bridgeFault: "Sensor bridge lost"
        case .channelFault: "Alert path lost"
        case .storageFault: "Storage fault"
        case .clockFault: "Clock not set"
        case .settingsFault: "Settings fault"
        case .gatewayFault: "Gateway fault"
        }
    }
}
