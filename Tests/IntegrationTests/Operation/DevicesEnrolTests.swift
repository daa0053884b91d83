import DemoHome
import Foundation
import GatewayTesting
import LinuxSupport
import Synchronization
import Testing

/// `pullcord devices enrol` with real brokers, a receiver on a pseudo-terminal, and a person who presses.
struct DevicesEnrolTests {
    private static let devices = """
        # Kept by Anna.
        devices:
          pendant: {profile: tuya-ts0215a-sos, supervision: none}   # the red one

        """

    private static let list = """
        [{"type":"EndDevice","friendly_name":"hall/cord","definition":{"model":"TS0215A_sos","vendor":"Tuya"}},
         {"type":"EndDevice","friendly_name":"other","definition":{"model":"TS0215A_sos","vendor":"Tuya"}}]
        """

    private static func home(_ port: Int) -> String {
        """
        version: 1
        include: [devices.yaml]
        home: {id: flat-12, name: 12 Mill Lane, zone: Europe/London}
        rooms: {hall: the hall}
        intakes:
          broker: {mqtt: {host: 127.0.0.1, port: \(port), bridges: {zigbee: zigbee2mqtt}}}
        channels:
          desk: {webhook: {url: "http://127.0.0.1:1/", secret: !secret desk}}
        contacts:
          anna: {name: Anna, channels: [desk]}
        escalations:
          all: {rungs: [{tell: [anna], wait: 1h}]}
        priorities:
          emergency: {escalation: all}
          urgent: {escalation: all}
          fault: {escalation: all}
        rules:
          help: {kind: help_call, devices: [pendant], pre_alert: 0s}
        gateway: {control_socket: /nowhere/control.sock}

        """
    }

    private func write(_ command: BuiltCommand, _ broker: MosquittoBroker) throws {
        try command.write(Self.home(broker.port), to: "home.yaml")
        try command.write(Self.devices, to: "devices.yaml")
        try command.write("desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=\n", to: "secrets.yaml")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: command.path("secrets.yaml"))
    }

    /// Does something time and again until the command has ended.
    private func meanwhile(
        _ run: @escaping @Sendable () async throws -> (code: Int32, output: String),
        _ deed: () async throws -> Void
    ) async throws -> (code: Int32, output: String) {
        let ended = Mutex(false)
        async let answer = {
            defer { ended.withLock { $0 = true } }
            return try await run()
        }()
        try await eventually("the command to end") {
            try await deed()
            return ended.withLock { $0 }
        }
        return try await answer
    }

    private func words(_ command: BuiltCommand, _ more: String...) -> [String] {
        ["devices", "enrol", "cord", "--settings", command.path("home.yaml"), "--profiles", ProjectFolder.profiles]
            + more
    }

    @Test func `a press is enrolled, with the profile of its model and the room of its name`() async throws {
        try await withBroker { broker in
            try await broker.publish("zigbee2mqtt/bridge/devices", Self.list, retain: true)
            try await broker.publish("zigbee2mqtt/kept", #"{"action":"emergency","contact":true}"#, retain: true)
            try await withBuiltCommand { command in
                try write(command, broker)
                let words = words(command, "--for", "20s", "--yes")
                let answer = try await meanwhile({ try await command.run(words) }) {
                    let forged = #"{"state_topic":"zigbee2mqtt/x","device_class":"door","device":{"identifiers":["A"]}}"#
                    try await broker.publish("homeassistant/binary_sensor/x/config", forged)
                    try await broker.publish("zigbee2mqtt/thermometer", #"{"temperature":21.5}"#)
                    try await broker.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#)
                    try await broker.publish("zigbee2mqtt/hall/cord", #"{"action":"emergency","battery":80}"#)
                }
                #expect(answer.code == 0, "\(answer.output)")
                #expect(answer.output.contains("button.press: emergency"), "\(answer.output)")
                #expect(answer.output.contains("its bridge calls it TS0215A_sos"), "\(answer.output)")
                #expect(answer.output.contains("pullcord reload"), "\(answer.output)")
                #expect(!answer.output.contains("kept") && !answer.output.contains("homeassistant"))
                let new = "  cord:\n    profile: tuya-ts0215a-sos\n    friendly_name: hall/cord\n    room: hall\n"
                #expect(try command.text(of: "devices.yaml") == Self.devices + new)
                #expect(try command.text(of: "devices.yaml.before") == Self.devices)
            }
        }
    }

    @Test func `when two are pressed nothing is written, and without --yes neither`() async throws {
        try await withBroker { broker in
            try await broker.publish("zigbee2mqtt/bridge/devices", Self.list, retain: true)
            try await withBuiltCommand { command in
                try write(command, broker)
                let words = words(command, "--for", "20s")
                let ambiguous = try await meanwhile({ try await command.run(words + ["--yes"]) }) {
                    try await broker.publish("zigbee2mqtt/hall/cord", #"{"action":"emergency"}"#)
                    try await broker.publish("zigbee2mqtt/other", #"{"action":"emergency"}"#)
                }
                #expect(ambiguous.code == 1, "\(ambiguous.output)")
                #expect(ambiguous.output.contains("2 of them could be meant"), "\(ambiguous.output)")
                let unasked = try await meanwhile({ try await command.run(words) }) {
                    try await broker.publish("zigbee2mqtt/other", #"{"action":"emergency"}"#)
                }
                #expect(unasked.code == 1 && unasked.output.contains("Give --yes"), "\(unasked.output)")
                #expect(try command.text(of: "devices.yaml") == Self.devices)
                #expect(try command.names() == ["devices.yaml", "home.yaml", "secrets.yaml"])
            }
        }
    }

    @Test func `at a terminal it asks, and no is no`() async throws {
        try await withBroker { broker in
            try await withBuiltCommand { command in
                try write(command, broker)
                let terminal = try PseudoTerminal()
                let words = words(command, "--for", "20s", "--profile", "tuya-ts0215a-sos")
                try #expect(terminal.writeAll(Array("no\n".utf8), timeout: .seconds(10)))
                let child = try TestChild(
                    try ProjectFolder.pullcord(), words, input: terminal.path, output: terminal.path)
                let seen = Mutex("")
                let answer = try await meanwhile({ (await child.end(), "") }) {
                    try await broker.publish("zigbee2mqtt/other", #"{"action":"emergency"}"#)
                    let bytes = (try? terminal.read(timeout: .zero)) ?? []
                    seen.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
                }
                #expect(answer.code == 1)
                #expect(seen.withLock { $0.contains("Write it? (yes or no)") }, "\(seen.withLock { $0 })")
                #expect(try command.text(of: "devices.yaml") == Self.devices)
            }
        }
    }

    @Test func `bad settings stay as they are, and an unreachable broker is said so`() async throws {
        try await withBroker { broker in
            try await withBuiltCommand { command in
                try write(command, broker)
                try command.write(Self.devices + "  bad: {profile: tuya-ts0215a-sso}\n", to: "devices.yaml")
                let bad = try await command.run(words(command, "--yes"))
                #expect(bad.code == 78 && bad.output.contains("tuya-ts0215a-sso"), "\(bad.output)")
                try write(command, broker)
                try command.write(Self.home(try MosquittoBroker.freePort()), to: "home.yaml")
                let deaf = try await command.run(words(command, "--yes"))
                #expect(deaf.code == 69 && deaf.output.contains("Not listened to broker"), "\(deaf.output)")
                let unknown = try await command.run(words(command, "--room", "attic"))
                #expect(unknown.code == 64 && unknown.output.contains("there are: hall"), "\(unknown.output)")
                #expect(try command.text(of: "devices.yaml") == Self.devices)
            }
        }
    }

    @Test func `a pendant at the receiver is enrolled, over our own line and through the gateway that has it`() async throws {
        for parts: Set<HomeSetup.Part> in [[.broker, .radio], [.broker, .radio, .gateway]] {
            var flat = TestFlat()
            flat.addRadio()
            try await withHome(flat, parts: parts) { home in
                let isRunning = parts.contains(.gateway)
                if isRunning { try await home.waitUntilWell() }
                let words = [
                    "devices", "enrol", "the new one", "--settings", home.settingsFile, "--profiles",
                    ProjectFolder.profiles, "--for", "30s", "--yes",
                ]
                let answer = try await meanwhile({ try await home.pullcord(words) }) {
                    try? await home.home.radio.pressPendant(identity: 0x12_3456)
                }
                #expect(answer.code == 0, "\(answer.output)")
                #expect(answer.output.contains("Heard 20:02:123456 (rfxtrx, at receiver)"), "\(answer.output)")
                #expect(answer.output.contains("The running gateway has receiver") == isRunning, "\(answer.output)")
                let text = try String(contentsOfFile: home.settingsFile, encoding: .utf8)
                #expect(text.contains("  the-new-one:\n    name: the new one\n    profile: rfxtrx-security-panic\n"))
                if isRunning { #expect(try await home.gateway.alerts().isEmpty) }
            }
        }
    }
}
