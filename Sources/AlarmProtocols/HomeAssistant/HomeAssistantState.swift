import GatewayCore

/// How the home stands, as the two messages that Home Assistant's entities read.
enum HomeAssistantState {
    static func home(_ standing: HomeStanding, _ topics: HomeAssistantTopics) -> HomeAssistantMessage {
        var residents: [String: String] = [:]
        for resident in standing.residents {
            residents[topics.key("resident", resident.id.name)] = flag(resident.hasAlert)
        }
        return HomeAssistantMessage(
            topic: topics.state,
            json: Home(
                emergency: flag(standing.hasEmergency), openAlerts: standing.openAlerts,
                gravest: standing.gravest?.rawValue ?? none, stage: standing.stage?.rawValue ?? none,
                mode: standing.mode.rawValue, fault: flag(standing.hasFault),
                silentDevices: standing.silentDevices, lowBatteries: standing.lowBatteries, residents: residents))
    }

    static func devices(_ standing: HomeStanding, _ topics: HomeAssistantTopics) -> HomeAssistantMessage {
        var devices: [String: [String: String]] = [:]
        for device in standing.devices {
            var states: [String: String] = [:]
            if let isHeard = device.isHeard { states["heard"] = flag(isHeard) }
            if let isLow = device.isBatteryLow { states["battery"] = flag(isLow) }
            devices[topics.key("device", device.id.name)] = states
        }
        return HomeAssistantMessage(topic: topics.devices, json: devices)
    }

    private struct Home: Encodable {
        var emergency: String
        var openAlerts: Int
        var gravest: String
        var stage: String
        var mode: String
        var fault: String
        var silentDevices: Int
        var lowBatteries: Int
        var residents: [String: String]

        enum CodingKeys: String, CodingKey {
            case emergency
            case openAlerts = "open_alerts"
            case gravest, stage, mode, fault
            case silentDevices = "silent_devices"
            case lowBatteries = "low_batteries"
            case residents
        }
    }

    private static let none = "none"

    private static func flag(_ isOn: Bool) -> String { isOn ? "ON" : "OFF" }
}
