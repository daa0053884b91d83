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
    case batteryLow = "battery_low"
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
        case .batteryLow: "Battery low"
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
