import DemoHome
import Foundation
import GatewayTesting

/// Sees at the broker what Home Assistant would, by a client of its own, and presses its buttons.
final class HomeAssistantPeer: Sendable {
    let broker: MosquittoBroker
    private let output: String
    private let child: TestChild
    private let user: [String]

    /// - Parameter user: name and password; empty for a broker that asks for none.
    init(_ broker: MosquittoBroker, user: (name: String, password: String)? = nil) throws {
        self.broker = broker
        self.user = user.map { ["-u", $0.name, "-P", $0.password] } ?? []
        output = "\(broker.folder)/seen-\(UUID().uuidString)"
        child = try TestChild(
            "mosquitto_sub",
            [
                "-h", "127.0.0.1", "-p", "\(broker.port)", "-q", "1", "-F", "%t %p", "-t", "homeassistant/#", "-t",
                "pullcord/#",
            ] + self.user, output: output)
    }

    deinit { child.endNow() }

    /// The newest payload of a topic; empty for one that was taken back, nil for one never seen.
    func payload(_ topic: String) -> String? {
        let lines = ((try? String(contentsOfFile: output, encoding: .utf8)) ?? "").split(separator: "\n")
        let last = lines.last { $0.hasPrefix(topic + " ") || $0 == topic }
        return last.map { String($0.dropFirst(topic.count + 1)) }
    }

    func json(_ topic: String) -> [String: Any]? {
        guard let text = payload(topic)?.data(using: .utf8) else { return nil }
        return (try? JSONSerialization.jsonObject(with: text)) as? [String: Any]
    }

    /// The entities of the announcement, as Home Assistant would show them: those that are not taken away.
    func entities(_ home: String = "flat-12") -> [String: [String: Any]] {
        let all = json("homeassistant/device/pullcord_\(home)/config")?["cmps"] as? [String: [String: Any]]
        return (all ?? [:]).filter { $0.value["unique_id"] != nil }
    }

    /// What an entity shows, by the topic and the template it was announced with.
    func state(_ entity: String) -> String? {
        guard let entity = entities()[entity], let topic = entity["state_topic"] as? String,
            let template = entity["value_template"] as? String
        else { return nil }
        var value: Any? = json(topic)
        let path = template.dropFirst("{{ value_json.".count).dropLast(" }}".count)
        for level in path.split(separator: ".") { value = (value as? [String: Any])?[String(level)] }
        return value.map { "\($0)" }
    }

    func waits(for entity: String, toBe state: String) async throws {
        try await eventually("\(entity) to be \(state), not \(self.state(entity) ?? "nothing")") {
            self.state(entity) == state
        }
    }

    /// Presses a button as it was announced.
    func press(_ button: String) async throws {
        guard let entity = entities()[button], let topic = entity["command_topic"] as? String,
            let payload = entity["payload_press"] as? String
        else { throw HomeFailure("There is no button \(button).") }
        try await broker.publish(topic, payload, options: user)
    }

    func publish(_ topic: String, _ payload: String, isRetained: Bool = false) async throws {
        try await broker.publish(topic, payload, retain: isRetained, options: user)
    }
}
