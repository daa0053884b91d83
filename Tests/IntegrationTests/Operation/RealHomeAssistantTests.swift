import DemoHome
import Foundation
import GatewayCore
import GatewayTesting
import Glibc
import Testing

private let assistantEnvironment = ProcessInfo.processInfo.environment["PULLCORD_HOME_ASSISTANT"]

/// A real Home Assistant beside the built gateway. Only where `PULLCORD_HOME_ASSISTANT` names a virtual environment of
/// Python with it; `docs/HOME-ASSISTANT.md` says how to make one.
@Suite(.serialized, .enabled(if: assistantEnvironment != nil)) struct RealHomeAssistantTests {
    private struct Told: Decodable {
        var entity: String?
        var state: String?
        var name: String?
        var count: Int?
        var pressed: String?
    }

    /// What a Home Assistant in a child process tells, and a way to ask it.
    private final class HomeAssistant: Sendable {
        private let child: TestChild
        private let output: String
        private let commands: FileHandle

        init(_ broker: MosquittoBroker, user: String, password: String) throws {
            let python = try #require(assistantEnvironment) + "/bin/python"
            output = "\(broker.folder)/assistant.out"
            let pipe = "\(broker.folder)/assistant.in"
            mkfifo(pipe, 0o600)
            // Open for both, so that neither end waits for the other.
            commands = try #require(FileHandle(forUpdatingAtPath: pipe))
            let script = ProjectFolder.root + "/Tests/IntegrationTests/Peers/home_assistant.py"
            child = try TestChild(
                python, [script, "\(broker.folder)/assistant", "\(broker.port)", user, password], input: pipe,
                output: output)
        }

        deinit { child.endNow() }

        func ask(_ line: String) throws { try commands.write(contentsOf: Data((line + "\n").utf8)) }

        var told: [Told] {
            let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").compactMap { line in
                try? JSONDecoder().decode(Told.self, from: Data(line.utf8))
            }
        }

        func state(_ entity: String) -> String? { told.last { $0.entity == entity }?.state }

        func waits(for entity: String, toBe state: String) async throws {
            try await eventually("\(entity) to be \(state)", within: .seconds(120)) { self.state(entity) == state }
        }
    }

    /// Whether the one installed reads the announcement of all in one message.
    private static func form() async throws -> String {
        let python = try #require(assistantEnvironment) + "/bin/python"
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("form-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let source = "from homeassistant.components.mqtt import abbreviations as a; "
            + "print('device' if 'cmps' in a.ABBREVIATIONS else 'entities')"
        _ = await (try TestChild(python, ["-c", source], output: file)).end()
        let words = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isWhitespace)
        return try #require(words.last.map(String.init))
    }

    @Test func `it finds the entities by itself, shows a call for help, and takes it by a button`() async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": TestFlat.brokerPassword, "assistant": "a-secret"]
        let form = try await Self.form()
        try await withBroker(setup) { broker in
            var flat = TestFlat()
            flat.brokerPort = broker.port
            flat.brokerOptions = "user: gateway, password: !secret broker_password"
            flat.more = "home_assistant: {discovery: \(form), commands: true, acknowledges_as: anna}"
            try await withHome(flat, parts: [.gateway]) { home in
                let assistant = try HomeAssistant(broker, user: "assistant", password: "a-secret")
                try await assistant.waits(for: "emergency", toBe: "off")
                try await assistant.waits(for: "mode", toBe: "home")
                try await assistant.waits(for: "fault", toBe: "off")
                for button in ["acknowledge", "cancel", "okay"] {
                    try await eventually("the button \(button)") { assistant.state(button) != nil }
                }
                let options = ["-u", "assistant", "-P", "a-secret"]
                try await broker.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#, options: options)
                try await assistant.waits(for: "emergency", toBe: "on")
                try await assistant.waits(for: "stage", toBe: "sent")
                try assistant.ask("press acknowledge")
                let alert = try await home.alert(.helpCall)
                try await home.waitUntil(alert.id, is: "acknowledged")
                try await assistant.waits(for: "stage", toBe: "acknowledged")
                await home.gateway.stop()
                try await assistant.waits(for: "emergency", toBe: "unavailable")
            }
        }
    }
}
