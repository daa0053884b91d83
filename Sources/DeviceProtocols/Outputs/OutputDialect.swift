package import GatewayCore

/// How an output is switched, and how it answers, by the convention that it speaks.
///
/// The conventions and their sources: `docs/OUTPUTS.md`.
package enum OutputDialect: Hashable, Sendable {
    /// - Parameter usesWarning: the siren of a warning device, which is told for how long it sounds; else `state`.
    case zigbee2mqtt(base: String, name: String, usesWarning: Bool)
    case shellyGen1(device: String, relay: Int)
    case shellyGen2(device: String, relay: Int)
    /// - Parameter relay: nil for a device with one.
    case tasmota(topic: String, relay: Int?)
    /// - Parameter isLight: a light, which is told in JSON; else a switch.
    case esphome(prefix: String, name: String, isLight: Bool)
    /// - Parameter node: a number with topics by value id, else its name (with its location) with named topics.
    case zwaveJSUI(prefix: String, node: String, endpoint: Int)
    case homie(version: Int, device: String, node: String, property: String)

    /// - Parameter limit: how long it stays on at most; for devices that can be told.
    package func output(over intake: IntakeID, stages: [FeedbackStage: String], limit: Duration?) -> MQTTOutput {
        switch self {
        case .zigbee2mqtt(let base, let name, let usesWarning):
            let topic = "\(base)/\(name)"
            guard usesWarning else {
                return switched(
                    intake, "\(topic)/set", stages, on: #"{"state":"ON"}"#, off: #"{"state":"OFF"}"#,
                    answer(at: [.init(topic: topic, path: ["state"])], on: "ON", off: "OFF", always: true))
            }
            // A warning is a command, no state: the bridge says nothing of it.
            let seconds = (limit ?? Limits.sirenSounds).wholeSeconds
            return switched(
                intake, "\(topic)/set", stages,
                on: #"{"warning":{"mode":"emergency","level":"high","strobe":true,"duration":\#(seconds)}}"#,
                off: #"{"warning":{"mode":"stop","strobe":false,"duration":1}}"#, nil)
        case .shellyGen1(let device, let relay):
            let topic = "shellies/\(device)/relay/\(relay)"
            return switched(
                intake, "\(topic)/command", stages, on: "on", off: "off",
                answer(at: [.init(topic: topic)], on: "on", off: "off"))
        case .shellyGen2(let device, let relay):
            return shellyGen2(device, relay, intake, stages)
        case .tasmota(let topic, let relay):
            let power = "POWER" + (relay.map { "\($0)" } ?? "")
            return switched(
                intake, "cmnd/\(topic)/\(power)", stages, on: "ON", off: "OFF",
                answer(at: [.init(topic: "stat/\(topic)/\(power)")], on: "ON", off: "OFF", always: true))
        case .esphome(let prefix, let name, let isLight):
            let topic = "\(prefix)/\(isLight ? "light" : "switch")/\(name)"
            return switched(
                intake, "\(topic)/command", stages, on: isLight ? #"{"state":"ON"}"# : "ON",
                off: isLight ? #"{"state":"OFF"}"# : "OFF",
                answer(at: [.init(topic: "\(topic)/state", path: isLight ? ["state"] : [])], on: "ON", off: "OFF"))
        case .zwaveJSUI(let prefix, let node, let endpoint):
            let isNumber = node.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let way = isNumber ? "37/\(endpoint)" : "switch_binary/endpoint_\(endpoint)"
            let value = "\(prefix)/\(node)/\(way)"
            let current = "\(value)/currentValue"
            return switched(
                intake, "\(value)/targetValue/set", stages, on: "true", off: "false",
                answer(at: [.init(topic: current, path: ["value"]), .init(topic: current)], on: "true", off: "false"))
        case .homie(let version, let device, let node, let property):
            let root = version == 4 ? "homie" : "homie/5"
            let topic = "\(root)/\(device)/\(node)/\(property)"
            return switched(
                intake, "\(topic)/set", stages, on: "true", off: "false",
                answer(at: [.init(topic: topic)], on: "true", off: "false"))
        }
    }

    /// Its answer stands in the notifications that it sends unless told otherwise, and in the status that it sends
    /// when told to.
    private func shellyGen2(
        _ device: String, _ relay: Int, _ intake: IntakeID, _ stages: [FeedbackStage: String]
    ) -> MQTTOutput {
        func request(_ isOn: Bool) -> String {
            #"{"id":1,"src":"pullcord","method":"Switch.Set","params":{"id":\#(relay),"on":\#(isOn)}}"#
        }
        let component = "switch:\(relay)"
        return switched(
            intake, "\(device)/rpc", stages, on: request(true), off: request(false),
            answer(
                at: [
                    .init(topic: "\(device)/status/\(component)", path: ["output"]),
                    .init(topic: "\(device)/events/rpc", path: ["params", component, "output"]),
                ], on: "true", off: "false"))
    }

    private func switched(
        _ intake: IntakeID, _ topic: String, _ stages: [FeedbackStage: String], on: String, off: String,
        _ confirmation: OutputConfirmation?
    ) -> MQTTOutput {
        MQTTOutput(intake: intake, topic: topic, stages: stages, on: on, off: off, confirmation: confirmation)
    }

    private func answer(
        at places: [OutputConfirmation.Place], on: String, off: String, always: Bool = false
    ) -> OutputConfirmation {
        OutputConfirmation(places: places, on: [on], off: [off], answersAlways: always)
    }
}
