import DemoHome
import Foundation
import GatewayTesting
import LinuxSupport
import Testing

/// A home that is started with what is there.
struct InitTests {
    private static let list = """
        [{"ieee_address": "0x00124b00120144ae", "type": "Coordinator", "friendly_name": "Coordinator"},
         {"ieee_address": "0x847127fffe0542eb", "type": "EndDevice", "supported": true, "friendly_name": "Mum's pendant",
          "definition": {"model": "TS0215A_sos", "vendor": "Tuya", "description": "SOS button", "exposes": [
            {"type": "enum", "property": "action", "values": ["emergency"]}, {"type": "numeric", "property": "battery"}]},
          "power_source": "Battery", "model_id": "TS0215A", "interview_completed": true},
         {"ieee_address": "0x00158d00018255df", "type": "Router", "supported": true, "friendly_name": "my_plug",
          "definition": {"model": "ZNCZ02LM", "vendor": "Xiaomi", "description": "Mi power plug ZigBee", "exposes": [
            {"type": "switch", "features": [{"type": "binary", "property": "state"}]}]}},
         {"friendly_name": "\\"\\n!secret desk_secret: &x *x", "definition": {"model": "TS0215A_sos"}}]
        """

    @Test func `init writes what the broker tells of, and check takes it as it is`() async throws {
        try await withBroker { broker in
            try await broker.publish("zigbee2mqtt/bridge/devices", Self.list, retain: true)
            try await withBuiltCommand { command in
                let home = command.path("home")
                let words = [
                    "init", home, "--no-input", "--broker", "127.0.0.1:\(broker.port)", "--name", "12 Mill Lane",
                    "--zone", "Europe/London", "--resident", "Margaret", "--contact", "Anna", "--profiles",
                    ProjectFolder.profiles,
                ]
                let made = try await command.run(words)
                #expect(made.code == 0, "\(made.output)")
                #expect(made.output.contains("Device `Mum's pendant` gets the profile tuya-ts0215a-sos."))
                #expect(made.output.contains("Device `my_plug` has no profile yet: Xiaomi ZNCZ02LM"))
                #expect(made.output.contains("Left out of what was announced: 1"))

                let names = try command.names(in: "home")
                #expect(names == ["contacts.yaml", "devices.yaml", "home.yaml", "rules.yaml", "secrets.yaml"])
                let attributes = try FileManager.default.attributesOfItem(atPath: home + "/secrets.yaml")
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                let checked = try await command.run(
                    ["check", home + "/home.yaml", "--profiles", ProjectFolder.profiles])
                #expect(checked.code == 0, "\(checked.output)")
                #expect(checked.output.hasPrefix("home 12-mill-lane: 1 device, 1 rule (1 for emergencies), 1 contact"))

                // A second time nothing is asked, and nothing written over.
                let before = try command.text(of: "home/secrets.yaml")
                let again = try await command.run(words)
                #expect(again.code == 1)
                #expect(again.output.contains("home.yaml, ") && again.output.contains("are there already"))
                #expect(try command.text(of: "home/secrets.yaml") == before)
            }
        }
    }

    @Test func `each home has a secret of its own`() async throws {
        try await withBuiltCommand { command in
            var secrets: Set<String> = []
            for name in ["a", "b"] {
                let made = try await command.run(
                    ["init", command.path(name), "--no-input", "--no-broker", "--profiles", ProjectFolder.profiles])
                #expect(made.code == 0, "\(made.output)")
                secrets.insert(try command.text(of: name + "/secrets.yaml"))
            }
            #expect(secrets.count == 2)
        }
    }

    @Test func `a broker that was named and does not answer is written with why`() async throws {
        try await withBuiltCommand { command in
            let port = try MosquittoBroker.freePort()
            let made = try await command.run(
                [
                    "init", command.path("home"), "--no-input", "--broker", "127.0.0.1:\(port)", "--profiles",
                    ProjectFolder.profiles,
                ])
            #expect(made.code == 0, "\(made.output)")
            #expect(made.output.contains("The broker was not looked at: Connection refused."))
            #expect(try command.text(of: "home/home.yaml").contains("      port: \(port)\n"))
        }
    }

    @Test(arguments: [
        ["--broker", "::::"], ["--no-broker", "--tls"], ["--zone", "Europe/Londn"], ["--name", " "],
        ["--desk-url", "ftp://x"], ["--broker-password-file", "/dev/null"], ["--base-topic", "a/#"],
        ["--no-broker", "--name", "a\u{7}b"],
    ])
    func `words that cannot be a home's write nothing`(words: [String]) async throws {
        try await withBuiltCommand { command in
            let made = try await command.run(["init", command.path("home"), "--no-input"] + words)
            #expect(made.code == 64, "\(made.output)")
            #expect(try command.names() == [])
        }
    }

    /// A person at a terminal, and what they see.
    private struct Person {
        let terminal: PseudoTerminal
        private(set) var seen = ""

        /// Reads until the words come, or the time is over.
        mutating func wait(for words: String) throws {
            let deadline = ContinuousClock.now + patience
            while !seen.contains(words), ContinuousClock.now < deadline {
                seen += String(decoding: try terminal.read(timeout: .milliseconds(200)), as: UTF8.self)
            }
            #expect(seen.contains(words), "\(seen)")
        }

        func type(_ text: String) throws {
            #expect(try terminal.writeAll(Array(text.utf8), timeout: .seconds(10)))
        }
    }

    private func ask(_ command: BuiltCommand, at terminal: PseudoTerminal) throws -> TestChild {
        try TestChild(
            try ProjectFolder.pullcord(), ["init", command.path("home"), "--profiles", ProjectFolder.profiles],
            input: terminal.path, output: terminal.path)
    }

    @Test func `at a terminal it asks, and asks again what it cannot use`() async throws {
        var person = Person(terminal: try PseudoTerminal())
        try await withBuiltCommand { command in
            let child = try ask(command, at: person.terminal)
            // Written ahead: name, person, a zone that is none, its correction, no broker, contact, the usual desk.
            try person.type("7 Quay St\nBill\nEurope/Londn\nEurope/London\nnone\nDr Ó Sé\n\n")
            try person.wait(for: "Now: make it true")
            #expect(await child.end() == 0)
            #expect(person.seen.contains("What is the home called? [Home]: "))
            #expect(
                person.seen.contains("This machine knows no time zone `Europe/Londn`: did you mean `Europe/London`?"))
            let home = try command.text(of: "home/home.yaml")
            #expect(home.contains("  name: 7 Quay St ") && home.contains("  bill: Bill\n"))
            #expect(home.contains("  zone: Europe/London\n"))
            #expect(try command.text(of: "home/contacts.yaml").contains("  dr-o-se:\n    name: Dr Ó Sé\n"))
        }
    }

    @Test func `a password is not shown while it is typed, and stands among the secrets alone`() async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": "correct horse"]
        try await withBroker(setup) { broker in
            var person = Person(terminal: try PseudoTerminal())
            try await withBuiltCommand { command in
                let child = try ask(command, at: person.terminal)
                try person.type("Home\n\nUTC\n127.0.0.1:\(broker.port)\ngateway\n")
                try person.wait(for: "The password of gateway (not shown): ")
                try person.type("correct horse\n")
                try person.wait(for: "Who is told first when help is needed? [Responder]: ")
                try person.type("\n\n")
                try person.wait(for: "Now: make it true")
                #expect(await child.end() == 0)
                #expect(person.seen.contains("The broker knows no Zigbee2MQTT."))
                #expect(!person.seen.contains("correct horse"))
                for name in try command.names(in: "home") {
                    let holds = try command.text(of: "home/" + name).contains("correct horse")
                    #expect(holds == (name == "secrets.yaml"), "\(name)")
                }
                #expect(try command.text(of: "home/home.yaml").contains("password: !secret broker_password"))
            }
        }
    }

    @Test(.enabled(if: MockPorts.runner != nil, "umockdev is not installed (apt install umockdev)."))
    func `a receiver at a port becomes an intake, bound by its own number`() async throws {
        try await withBuiltCommand { command in
            let made = try await command.run(
                [
                    "-d", MockPorts.receiver, "--", try ProjectFolder.pullcord(), "init", command.path("home"), "--no-input",
                    "--no-broker", "--profiles", ProjectFolder.profiles,
                ], program: MockPorts.runner)
            #expect(made.code == 0, "\(made.output)")
            #expect(made.output.contains("The receiver at /dev/ttyUSB0 is the intake `receiver`."))
            #expect(
                try command.text(of: "home/home.yaml").contains(
                    """
                      # Found at /dev/ttyUSB0.
                      receiver:
                        serial:
                          protocol: rfxtrx
                          usb_serial: RFXCOM_RFXtrx433_A1YIOGBV

                    """))
        }
    }
}
