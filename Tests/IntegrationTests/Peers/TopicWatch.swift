import DemoHome
import Foundation
import GatewayTesting

/// Sees what is published on some topics of a broker, as a device that listens there does.
final class TopicWatch: Sendable {
    private let output: String
    private let child: TestChild

    init(_ broker: MosquittoBroker, _ topics: [String]) throws {
        output = "\(broker.folder)/topics-\(UUID().uuidString)"
        child = try TestChild(
            "mosquitto_sub",
            ["-h", "127.0.0.1", "-p", "\(broker.port)", "-q", "1", "-F", "%t %p"] + topics.flatMap { ["-t", $0] },
            output: output)
    }

    deinit { child.endNow() }

    /// How often a payload was published on a topic so far.
    func count(of topic: String, _ payload: String) -> Int {
        let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").count { $0 == "\(topic) \(payload)" }
    }

    func wait(for topic: String, _ payload: String, times: Int = 1) async throws {
        try await eventually("\(payload) on \(topic), \(times) times") { count(of: topic, payload) >= times }
    }
}
