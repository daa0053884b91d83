internal import CMosquitto

/// What a broker's reason code means, as a part of a sentence for an installer.
enum ReasonCode {
    /// Codes 1 to 5 are MQTT 3.1.1, table 3.1; 128 and up MQTT 5.0, 2.4.
    static func reason(_ code: Int32) -> String {
        switch code {
        case 1, 132: "the broker does not speak this version of MQTT"
        case 2, 133: "the broker refuses the client id"
        case 3, 136: "the broker says that it is unavailable"
        case 4, 134: "the broker refuses the user name or password"
        case 5, 135: "the broker says that this user is not authorised"
        case 137: "the broker is busy"
        case 138: "the broker has banned this client"
        case 139: "the broker is shutting down"
        case 141: "the broker heard nothing from the gateway for too long"
        case 142: "another client took over with the same client id"
        case 149: "the broker takes no message of that size"
        case 151: "the broker's quota is used up"
        // Safe: the library answers any number with a constant text.
        default: "the broker says \(unsafe String(cString: mosquitto_reason_string(code))) (\(code))"
        }
    }
}
