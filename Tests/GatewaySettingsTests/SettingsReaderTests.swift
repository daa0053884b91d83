import DeviceProtocols
import Foundation
import GatewayCore
import GatewaySettings
import Testing

struct SettingsReaderTests {
    private func settings(_ text: String = BaseHome.text, files: [String: String] = [:]) throws -> Settings {
        let result = BaseHome.read(text, files: files)
        return try #require(result.settings, "\(BaseHome.report(result))")
    }

    @Test func `a good home is read whole`() throws {
        let settings = try settings()
        let plan = settings.plan
        #expect(plan.home.id == "flat-12")
        #expect(plan.home.zone == BaseHome.london)
        #expect(plan.home.residents == [Resident(id: ResidentID("margaret"), name: "Margaret")])
        #expect(plan.home.rooms.map(\.name) == ["the hall", "the bathroom"])
        #expect(plan.home.bridges == [Bridge(id: BridgeID("zigbee"), intake: IntakeID("broker"))])
        #expect(plan.home.devices.map(\.id.name) == ["pendant", "cord", "radio", "smoke", "climate"])
        #expect(plan.home.outputs.map(\.id.name) == ["siren"])
        #expect(plan.contacts.map(\.channels) == [[ChannelID("desk")], [ChannelID("centre")]])
        #expect(plan.contacts.map(\.shares) == [.standard, .standard])
        #expect(plan.contacts.map(\.acceptanceAcknowledges) == [false, false])
        #expect(plan.escalationByPriority == [.emergency: EscalationID("emergency"), .fault: EscalationID("fault")])
        #expect(settings.sources.first == BaseHome.root)
        #expect(settings.gateway == GatewayOptions())
    }

    @Test func `devices know their way in and what they tell`() throws {
        let settings = try settings()
        let pendant = try #require(settings.plan.home.devices.first)
        #expect(pendant.capabilities == [.helpCall])
        #expect(pendant.resident == ResidentID("margaret"))
        #expect(pendant.bridge == BridgeID("zigbee"))
        #expect(settings.enrolled[0].address == .topic("zigbee2mqtt/pendant"))
        #expect(settings.enrolled[2].address == .frame("20:02:c0ffee"))
        #expect(settings.enrolled[2].intake == IntakeID("receiver"))
        #expect(settings.formats[1].form == .serial(.rfxtrx))
    }

    @Test(arguments: [
        ("mysensors", "mysensors", "12:1", "12:1", 115_200, SerialConnection.Parity.none),
        ("rflink", "rflink", "NewKaku:CAC142:1", "newkaku:cac142:1", 57_600, .none),
        ("dsmr", "dsmr", "", "meter", 115_200, .none), ("cms50", "cms50", "", "oximeter", 19_200, .odd),
        ("cms50_v7", "cms50", "", "oximeter", 115_200, .none),
        ("key_value_lines", "lines", "Button-1", "button-1", 115_200, .none),
        ("csv_lines", "lines", "mat", "mat", 115_200, .none),
    ])
    func `each serial protocol has its usual line, and its devices their form of address`(
        _ serialProtocol: String, _ dialect: String, _ address: String, _ known: String, _ speed: Int,
        _ parity: SerialConnection.Parity
    ) throws {
        let text = BaseHome.text.replacingOccurrences(of: "protocol: rfxtrx", with: "protocol: \(serialProtocol)")
            .replacingOccurrences(
                of: "    address: \"20:02:c0ffee\"\n", with: address.isEmpty ? "" : "    address: \"\(address)\"\n")
        let profile = BaseHome.profile("radio", "{path: x, event: help_call, when: [1]}", dialect: dialect)
        let result = BaseHome.read(text, files: ["devices/radio.yaml": profile])
        let settings = try #require(result.settings, "\(BaseHome.report(result))")
        #expect(settings.enrolled[2].address == .frame(known))
        guard case .serial(let line)? = settings.intakes.first(where: { $0.id == settings.enrolled[2].intake })?.connection
        else {
            Issue.record("the device is at a serial port")
            return
        }
        #expect(line.serialProtocol.rawValue == serialProtocol)
        #expect(line.speed == speed)
        #expect(line.parity == parity)
        #expect(line.dataBits == 8)
    }

    @Test func `what can raise an emergency gets the alarm session, all else the other`() throws {
        let settings = try settings()
        guard case .mqtt(let broker) = settings.intakes[0].connection else {
            Issue.record("the first intake is the broker")
            return
        }
        #expect(broker.alarmTopics == ["zigbee2mqtt/pendant", "zigbee2mqtt/cord", "zigbee2mqtt/smoke"])
        #expect(
            broker.readingTopics == [
                "zigbee2mqtt/pendant/availability", "zigbee2mqtt/cord/availability", "zigbee2mqtt/smoke/availability",
                "zigbee2mqtt/climate", "zigbee2mqtt/climate/availability", "zigbee2mqtt/bridge/state",
            ])
        #expect(broker.clientID == "pullcord-flat-12")
        #expect(broker.ownTopic == "pullcord/flat-12")
        #expect(broker.port == 1883)
        #expect(!broker.takesAcknowledgements)
    }

    @Test func `secrets come from their file, and never show`() throws {
        let settings = try settings()
        guard case .webhook(let desk) = settings.plan.channels[0].connection,
            case .dc09(let centre) = settings.plan.channels[1].connection
        else {
            Issue.record("the channels are a webhook and a receiver")
            return
        }
        #expect(desk.secret.exposed == "whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=")
        #expect(centre.key?.exposed == "ABCDEFGHIJKLMNOP")
        #expect(centre.pollInterval == .seconds(60))
        #expect(!"\(settings)".contains("ABCDEFGHIJKLMNOP"))
    }

    @Test func `a systemd credential comes before the file of secrets`() throws {
        let result = BaseHome.read(
            files: ["/run/credentials/pullcord/key": "PPPPPPPPPPPPPPPP\n"], credentials: "/run/credentials/pullcord")
        let settings = try #require(result.settings)
        guard case .dc09(let centre) = settings.plan.channels[1].connection else {
            Issue.record("the second channel is a receiver")
            return
        }
        #expect(centre.key?.exposed == "PPPPPPPPPPPPPPPP")
    }

    @Test func `rules are made by their kinds, with the kind's defaults`() throws {
        let plan = try settings().plan
        let help = try #require(plan.rules.first)
        #expect(help.common.priority == .emergency)
        #expect(help.common.preAlert == .seconds(10))
        #expect(help.common.title == "help")
        #expect(help.watched.map(\.device.name) == ["pendant", "cord", "radio"])
        #expect(plan.rules[1].common.preAlert == .zero)
        #expect(plan.rules.map { type(of: $0).kind.name } == ["help_call", "hazard", "threshold"])
    }

    @Test func `all settings that have a default can be given`() throws {
        let text =
            BaseHome.text + """
                priorities:
                  emergency: {acknowledgement_holds: 45m}
                feedback:
                  phrases: {heard: I hear you.}
                  calm: All is well.
                alerts: {tell_cancelled: true, fault_after: 90s}
                pages: {listen: "[::1]:8490"}
                gateway: {state_directory: /srv/pullcord, control_socket: run/control.sock}

                """
        let settings = try settings(text)
        #expect(settings.plan.acknowledgementHolds == [.emergency: .minutes(45)])
        #expect(settings.plan.phrases == [.heard: "I hear you."])
        #expect(settings.plan.calmPhrase == "All is well.")
        #expect(settings.plan.tellsCancelled)
        #expect(settings.plan.faultAfter == .seconds(90))
        #expect(settings.gateway.pages == ListenAddress(host: "::1", port: 8490))
        #expect(settings.gateway.stateDirectory == "/srv/pullcord")
        #expect(settings.gateway.controlSocket == "run/control.sock")
    }

    @Test func `where the ledger lies is known of bad settings too, for the good ones that it keeps`() {
        let text = BaseHome.text + "gateway: {state_directory: /srv/pullcord}\npriorities: 7\n"
        let result = BaseHome.read(text)
        #expect(result.settings == nil)
        #expect(result.gateway?.stateDirectory == "/srv/pullcord")
        #expect(BaseHome.read("rules: 7\n").gateway == nil)
    }

    @Test func `sections are gathered over included files, in order of their names`() throws {
        let text = BaseHome.text.replacing("version: 1\n", with: "version: 1\ninclude: [\"parts/*.yaml\"]\n")
        let settings = try settings(
            text,
            files: [
                "parts/b.yaml": "rooms: {attic: the attic}\ndevices:\n  late: {profile: climate}\n",
                "parts/a.yaml": "version: 1\nrooms: {cellar: the cellar}\ninclude: deeper/c.yaml\n",
                "parts/deeper/c.yaml": "rooms: {yard: the yard}\n",
                "parts/notes.txt": "not looked at",
            ])
        #expect(settings.plan.home.rooms.map(\.id.name) == ["cellar", "yard", "attic", "hall", "bathroom"])
        #expect(settings.plan.home.devices.contains { $0.id.name == "late" })
        #expect(settings.sources.prefix(4) == ["home.yaml", "parts/a.yaml", "parts/deeper/c.yaml", "parts/b.yaml"])
    }

    @Test func `a profile beside the settings comes before the shipped one`() throws {
        let shipped = ["/usr/share/pullcord/devices/smoke.yaml": "not even: [yaml"]
        #expect(BaseHome.read(files: shipped, shippedProfiles: "/usr/share/pullcord/devices").settings != nil)
        let onlyShipped = BaseHome.text.replacing("profile: smoke", with: "profile: fire")
        let result = BaseHome.read(
            onlyShipped,
            files: ["/usr/share/pullcord/devices/fire.yaml": BaseHome.profile("fire", "{path: /fire, state: smoke}")],
            shippedProfiles: "/usr/share/pullcord/devices")
        #expect(result.settings?.enrolled[3].profile.id == "fire")
    }

    @Test func `the copy of what was read gives the same settings again`() throws {
        let result = BaseHome.read()
        let first = try #require(result.settings)
        let again = BaseHome.read(result.copy)
        #expect(again.settings?.digest == first.digest)
        #expect(again.settings?.plan.home == first.plan.home)
        #expect(again.settings?.plan.channels == first.plan.channels)
    }

    @Test func `the digest follows the settings and the profiles, not the secrets`() throws {
        let first = try settings().digest
        #expect(try settings().digest == first)
        #expect(try settings(BaseHome.text + "# a remark\n").digest != first)
        let profile = BaseHome.profile("smoke", "{path: /fire, state: smoke}")
        #expect(try settings(files: ["devices/smoke.yaml": profile]).digest != first)
        let secrets = "desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=\nkey: PONMLKJIHGFEDCBA\n"
        #expect(try settings(files: ["secrets.yaml": secrets]).digest == first)
    }

    @Test(arguments: [
        ("title: Any other", true), ("priority: emergency", true), ("hold: 120m", true), ("hold: 1h", false),
        ("pre_alert: 5s", false), ("escalation: fault", false), ("clears_at: 16.500", true), ("clears_at: 17", false),
    ])
    func `a rule keeps its fingerprint while its meaning stays`(_ line: String, _ stays: Bool) throws {
        let key = line.prefix { $0 != ":" }
        let before = try settings().plan.rules[2].common.fingerprint
        var lines = BaseHome.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "  cold:"))
        lines.removeAll { $0.hasPrefix("    \(key):") && $0 != "    kind: threshold" }
        lines.insert("    " + line, at: start + 1)
        let after = try settings(lines.joined(separator: "\n")).plan.rules.first { $0.common.id.name == "cold" }
        #expect((after?.common.fingerprint == before) == stays)
        #expect(before.count == 16)
    }

    @Test func `a check sums the home up in a few lines`() throws {
        let text = BaseHome.text.replacing("    room: bathroom\n", with: "    room: bathroom\n    supervision: none\n")
        let lines = SettingsCheck.summary(try settings(text))
        #expect(
            Array(lines.dropLast()) == [
                "home flat-12: 5 devices, 3 rules (3 for emergencies), 2 contacts, 2 channels, 1 output, 2 intakes",
                "emergency: Anna and Centre, after 1m siren, again every 2m to 30m",
                "fault: Anna, again every 2m to 30m",
                "not supervised, press them now and then: cord",
            ])
        #expect(lines.last?.hasPrefix("read from 6 files, digest ") == true)
    }

    @Test func `a home that calls nobody says so in its summary`() throws {
        let text = String(BaseHome.text.split(separator: "rules:\n")[0])
        #expect(SettingsCheck.summary(try settings(text)).contains { $0.hasPrefix("nothing in this home calls for help") })
        #expect(!SettingsCheck.summary(try settings(BaseHome.text)).contains { $0.hasPrefix("nothing in this home") })
    }

    @Test func `missing secrets are told of once, and where to begin`() {
        var files = BaseHome.copy(BaseHome.text)
        files.files["secrets.yaml"] = nil
        let plain = BaseHome.report(BaseHome.read(files))
        #expect(plain.contains("write `name: value` lines into it and `chmod 600` it"))
        #expect(plain.split(separator: "does not exist").count == 2, "\(plain)")
        files.files["secrets.yaml.example"] = FileContent(bytes: Array("desk: change me\n".utf8), isReadableByAll: true)
        let hinted = BaseHome.report(BaseHome.read(files))
        #expect(hinted.contains("fill in a copy of `secrets.yaml.example` and `chmod 600` it"), "\(hinted)")
    }
}
