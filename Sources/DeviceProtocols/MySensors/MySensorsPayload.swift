/// What the payload of one type can be (pymysensors `VALID_PAYLOADS`, version 2.2).
enum MySensorsPayload: Hashable, Sendable {
    case any
    case empty
    /// "0" or "1".
    case flag
    case percent
    /// A number from 0 to 100.
    case level
    /// A number from -1 to 1.
    case factor
    case whole
    /// Empty, or seconds.
    case time
    /// From `least` to 254.
    case node(least: Int)
    /// "M" or "I", or the parent's number.
    case config
    /// Latitude, longitude, altitude.
    case position
    case hexadecimal(digits: Int)
    case word([String])
    /// Of the library, 1.4 or later.
    case version

    init(_ command: MySensorsMessage.Command, _ name: String) {
        switch command {
        case .presentation:
            self = name == "S_ARDUINO_NODE" || name == "S_ARDUINO_REPEATER_NODE" ? .version : .any
        case .set: self = Self.value(name)
        case .request: self = .empty
        case .internal: self = Self.internal(name)
        case .stream: self = .any
        }
    }

    private static func value(_ name: String) -> MySensorsPayload {
        switch name {
        case "V_STATUS", "V_ARMED", "V_TRIPPED", "V_LOCK_STATUS": .flag
        case "V_PERCENTAGE", "V_TILT": .percent
        case "V_LIGHT_LEVEL", "V_HVAC_SETPOINT_COOL", "V_HVAC_SETPOINT_HEAT": .level
        case "V_POWER_FACTOR": .factor
        case "V_POSITION": .position
        case "V_RGB": .hexadecimal(digits: 6)
        case "V_RGBW": .hexadecimal(digits: 8)
        case "V_HVAC_FLOW_STATE": .word(["Off", "HeatOn", "CoolOn", "AutoChangeOver"])
        case "V_HVAC_SPEED": .word(["Min", "Normal", "Max", "Auto"])
        default: .any
        }
    }

    private static func `internal`(_ name: String) -> MySensorsPayload {
        switch name {
        case "I_BATTERY_LEVEL": .percent
        case "I_TIME": .time
        case "I_ID_REQUEST", "I_FIND_PARENT_REQUEST", "I_REBOOT", "I_HEARTBEAT_REQUEST", "I_PRESENTATION",
            "I_DISCOVER_REQUEST":
            .empty
        case "I_ID_RESPONSE": .node(least: 1)
        case "I_FIND_PARENT_RESPONSE", "I_DISCOVER_RESPONSE": .node(least: 0)
        case "I_INCLUSION_MODE": .flag
        case "I_CONFIG": .config
        case "I_HEARTBEAT_RESPONSE", "I_PING", "I_PONG", "I_SIGNAL_REPORT_REVERSE", "I_SIGNAL_REPORT_RESPONSE",
            "I_PRE_SLEEP_NOTIFICATION", "I_POST_SLEEP_NOTIFICATION":
            .whole
        default: .any
        }
    }

    /// What it should be, behind "is no".
    var words: String {
        switch self {
        case .any: "text"
        case .empty: "message without a payload"
        case .flag: "0 or 1"
        case .percent: "whole number from 0 to 100"
        case .level: "number from 0 to 100"
        case .factor: "number from -1 to 1"
        case .whole, .time: "whole number"
        case .node: "number of a node"
        case .config: "M, I or number of a node"
        case .position: "latitude, longitude and altitude"
        case .hexadecimal(let digits): "colour of \(digits) hexadecimal digits"
        case .word(let words): "one of " + words.joined(separator: ", ")
        case .version: "version from 1.4 on"
        }
    }

    func allows(_ text: String) -> Bool {
        switch self {
        case .any: return true
        case .empty: return text.isEmpty
        case .flag: return text == "0" || text == "1"
        case .percent: return Self.isWhole(text, 0...100)
        case .level: return Self.isNumber(text, 0...100)
        case .factor: return Self.isNumber(text, -1...1)
        case .whole: return DecodedValue.whole(text) != nil
        case .time: return text.isEmpty || DecodedValue.whole(text) != nil
        case .node(let least): return Self.isWhole(text, Int64(least)...254)
        case .config: return text == "M" || text == "I" || Self.isWhole(text, 0...254)
        case .position:
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            return parts.count == 3 && parts.allSatisfy { Scalar.decimal($0) != nil }
        case .hexadecimal(let digits):
            return text.utf8.count == digits && text.allSatisfy(\.isHexDigit)
        case .word(let words): return words.contains(text)
        case .version: return Self.isVersion(text)
        }
    }

    private static func isWhole(_ text: String, _ range: ClosedRange<Int64>) -> Bool {
        DecodedValue.whole(text).map { range.contains($0) } ?? false
    }

    private static func isNumber(_ text: String, _ range: ClosedRange<Double>) -> Bool {
        Scalar.decimal(text).map { range.contains($0) } ?? false
    }

    /// "2.3.2" or "2.3.2-beta": numbers between dots, and what follows a hyphen is not looked at.
    private static func isVersion(_ text: String) -> Bool {
        let numbers = text.prefix { $0 != "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let parts = numbers.map { $0.utf8.count <= 9 ? Int($0) ?? -1 : -1 }
        guard let major = parts.first, parts.allSatisfy({ $0 >= 0 }) else { return false }
        return major > 1 || major == 1 && parts.count > 1 && parts[1] >= 4
    }
}
