import Foundation
import GatewayCore
import Testing

@testable import AlarmProtocols

struct HomeAssistantLinkTests {
    private static let now = BootTime(nanoseconds: 0)
    private static let press = Array("PRESS".utf8)
    private static let topics = HomeAssistantTopics(connection())

    private static func connection(
        _ discovery: HomeAssistantConnection.Discovery = .device, commands: Bool = true, acknowledgesAs: String? = "anna"
    ) -> HomeAssistantConnection {
        HomeAssistantConnection(
            intake: IntakeID("broker"), home: "flat.12", discovery: discovery, ownTopic: "pullcord/flat.12",
            takesCommands: commands, acknowledgesAs: acknowledgesAs.map { ContactID($0) })
    }

    private static func device(_ number: Int, name: String? = nil, isHeard: Bool? = true) -> DeviceStanding {
        DeviceStanding(
            id: DeviceID("margarets-pendant-\(number)"), number: number, name: name, room: nil, isHeard: isHeard,
            isBatteryLow: false)
    }

    private static func standing(_ devices: [DeviceStanding] = [device(1), device(2)]) -> HomeStanding {
        HomeStanding(
            openAlerts: 0, gravest: nil, stage: nil, mode: .home, hasFault: false, silentDevices: 0, lowBatteries: 0,
            nextToTake: nil, devices: devices, residents: [])
    }

    private func json(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func components(_ messages: [HomeAssistantMessage]) throws -> [String: [String: Any]] {
        let whole = try #require(messages.first { $0.topic == Self.topics.deviceConfiguration })
        return try #require(try json(whole.payload)["cmps"] as? [String: [String: Any]])
    }

    // MARK: - Showing

    @Test func `all is announced in one message, with what discovery demands`() throws {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        let messages = link.show(Self.standing())
        #expect(
            messages.map(\.topic) == [
                "homeassistant/device/pullcord_flat_12/config", "pullcord/flat.12/home_assistant/state",
                "pullcord/flat.12/home_assistant/devices",
            ])
        let whole = try json(messages[0].payload)
        #expect((whole["device"] as? [String: Any])?["identifiers"] as? [String] == ["pullcord_flat_12"])
        #expect((whole["o"] as? [String: Any])?["name"] as? String == "Pullcord")
        #expect(whole["availability_topic"] as? String == "pullcord/flat.12/status")
        let components = try components(messages)
        #expect(components.count == 8 + 4 + 3)
        var ids: Set<String> = []
        for (name, component) in components {
            let id = try #require(component["unique_id"] as? String)
            #expect(ids.insert(id).inserted)
            let platform = try #require(component["p"] as? String)
            #expect(["binary_sensor", "sensor", "button"].contains(platform))
            #expect((component["name"] as? String)?.isEmpty == false)
            if platform == "button" {
                #expect(component["command_topic"] as? String == "pullcord/flat.12/home_assistant/command/\(name)")
                #expect(component["payload_press"] as? String == "PRESS")
            } else {
                let topic = try #require(component["state_topic"] as? String)
                #expect(messages.contains { $0.topic == topic })
                #expect((component["value_template"] as? String)?.hasPrefix("{{ value_json.") == true)
            }
        }
    }

    @Test func `each value that an entity reads is in the message it reads`() throws {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        var home = Self.standing()
        home.residents = [ResidentStanding(id: ResidentID("margaret"), name: "Margaret", hasAlert: true)]
        let messages = link.show(home)
        for (name, component) in try components(messages) {
            guard let topic = component["state_topic"] as? String, let template = component["value_template"] as? String
            else { continue }
            let path = template.dropFirst("{{ value_json.".count).dropLast(" }}".count).split(separator: ".")
            let message = try #require(messages.first { $0.topic == topic })
            var value: Any? = try json(message.payload)
            for level in path { value = (value as? [String: Any])?[String(level)] }
            #expect(value != nil, "\(name)")
        }
    }

    @Test func `names that are not shared stand nowhere, not even in topics and ids`() {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        for message in link.show(Self.standing()) {
            #expect(!String(decoding: message.payload, as: UTF8.self).contains("margaret"))
            #expect(!message.topic.contains("margaret"))
        }
    }

    @Test func `only what has changed is published, and all of it when Home Assistant starts`() throws {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        _ = link.show(Self.standing())
        #expect(link.show(Self.standing()).isEmpty)
        var open = Self.standing()
        open.openAlerts = 1
        open.gravest = .emergency
        let changed = link.show(open)
        #expect(changed.map(\.topic) == [Self.topics.state])
        #expect(try json(changed[0].payload)["emergency"] as? String == "ON")
        let online = link.hear(
            "homeassistant/status", Array("online".utf8), isRetained: false, isFresh: true, at: Self.now)
        guard case .publish(let messages) = online else {
            Issue.record("\(online)")
            return
        }
        #expect(messages.count == 3)
        #expect(
            link.hear("homeassistant/status", Array("offline".utf8), isRetained: false, isFresh: true, at: Self.now)
                == .nothing)
    }

    @Test func `a device that is gone is taken away, and stays told as gone`() throws {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        let first = try components(link.show(Self.standing()))
        let second = try components(link.show(Self.standing([Self.device(1)])))
        let gone = Set(first.keys).subtracting(second.filter { $0.value["unique_id"] != nil }.keys)
        #expect(gone.count == 2)
        for name in gone { #expect(second[name]?.keys.sorted() == ["p"]) }
        #expect(Set(try components(link.again()).keys) == Set(first.keys))
    }

    @Test func `what an earlier run announced and is no more is taken away`() throws {
        var before = HomeAssistantLink(Self.connection(), version: "1")
        let kept = try #require(before.show(Self.standing()).first)
        var link = HomeAssistantLink(Self.connection(commands: false), version: "1")
        _ = link.show(Self.standing([Self.device(1)]))
        let heard = link.hear(kept.topic, kept.payload, isRetained: true, isFresh: true, at: Self.now)
        guard case .publish(let messages) = heard else {
            Issue.record("\(heard)")
            return
        }
        let gone = try components(messages).filter { $0.value["unique_id"] == nil }
        #expect(gone.count == 2 + 3)
        #expect(link.hear(kept.topic, kept.payload, isRetained: true, isFresh: true, at: Self.now) == .publish([]))
    }

    @Test(arguments: ["", "{", "[]", "{\"cmps\": 4}", "{\"cmps\": {\"a\": {}}}", "\u{0}"])
    func `what is no announcement takes nothing away`(payload: String) {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        _ = link.show(Self.standing())
        let heard = link.hear(
            Self.topics.deviceConfiguration, Array(payload.utf8), isRetained: true, isFresh: true, at: Self.now)
        #expect(heard == .publish([]) || heard == .nothing)
    }

    @Test func `what somebody else writes into our announcement is bounded`() throws {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        _ = link.show(Self.standing())
        let many = (0..<5_000).map { "\"x\($0)\":{\"p\":\"sensor\"}" }.joined(separator: ",")
        _ = link.hear(
            Self.topics.deviceConfiguration, Array("{\"cmps\":{\(many)}}".utf8), isRetained: true, isFresh: true,
            at: Self.now)
        #expect(try components(link.again()).count <= 15 + AlarmProtocolLimits.homeAssistantRemoved)
    }

    @Test func `entities are announced one by one for an older Home Assistant`() throws {
        var link = HomeAssistantLink(Self.connection(.entities), version: "1")
        let messages = link.show(Self.standing())
        let announced = messages.filter { $0.topic.hasSuffix("/config") }
        #expect(announced.count == 15)
        #expect(announced.contains { $0.topic == "homeassistant/binary_sensor/pullcord_flat_12/emergency/config" })
        for message in announced {
            let entity = try json(message.payload)
            #expect(entity["availability_topic"] as? String == "pullcord/flat.12/status")
            #expect(entity["device"] != nil && entity["o"] != nil && entity["unique_id"] != nil)
        }
        let fewer = link.show(Self.standing([Self.device(1)])).filter(\.payload.isEmpty)
        #expect(fewer.count == 2)
    }

    @Test func `of the other form of discovery nothing is left`() throws {
        var before = HomeAssistantLink(Self.connection(.entities), version: "1")
        let kept = try #require(before.show(Self.standing()).first)
        var link = HomeAssistantLink(Self.connection(), version: "1")
        _ = link.show(Self.standing())
        #expect(
            link.hear(kept.topic, kept.payload, isRetained: true, isFresh: true, at: Self.now)
                == .publish([HomeAssistantMessage(topic: kept.topic, payload: [])]))
    }

    @Test func `a farewell takes back all that was published`() {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        let shown = link.show(Self.standing()).map(\.topic)
        let back = link.farewell()
        #expect(Set(back.map(\.topic)) == Set(shown) && back.allSatisfy { $0.payload.isEmpty })
    }

    // MARK: - Commands

    @Test(arguments: HomeAssistantCommand.allCases)
    func `a press is a command`(command: HomeAssistantCommand) {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        let heard = link.hear(
            Self.topics.command(command), Self.press, isRetained: false, isFresh: true, at: Self.now)
        #expect(heard == .command(command))
        #expect(link.commands == 1 && link.refused == 0)
    }

    @Test func `what is kept, late, misspelt or unknown is no press`() {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        let cancel = Self.topics.command(.cancel)
        let tries: [(String, [UInt8], Bool, Bool)] = [
            (cancel, Self.press, true, true), (cancel, Self.press, false, false),
            (cancel, Array("press".utf8), false, true), (cancel, [], false, true),
            (cancel, Array(repeating: 0x50, count: 100_000), false, true),
            ("pullcord/flat.12/home_assistant/command/mute", Self.press, false, true),
        ]
        for (topic, payload, isRetained, isFresh) in tries {
            let heard = link.hear(topic, payload, isRetained: isRetained, isFresh: isFresh, at: Self.now)
            guard case .refused = heard else {
                Issue.record("\(topic): \(heard)")
                continue
            }
        }
        #expect(link.commands == 0 && link.refused == tries.count)
    }

    @Test func `without leave in the settings no button does anything`() {
        var silent = HomeAssistantLink(Self.connection(commands: false), version: "1")
        var nobody = HomeAssistantLink(Self.connection(acknowledgesAs: nil), version: "1")
        for command in HomeAssistantCommand.allCases {
            guard
                case .refused = silent.hear(
                    Self.topics.command(command), Self.press, isRetained: false, isFresh: true, at: Self.now)
            else {
                Issue.record("\(command)")
                continue
            }
        }
        let heard = nobody.hear(
            Self.topics.command(.acknowledge), Self.press, isRetained: false, isFresh: true, at: Self.now)
        guard case .refused = heard else {
            Issue.record("\(heard)")
            return
        }
    }

    @Test func `an automation gone wild is stopped, and a person can press again later`() {
        var link = HomeAssistantLink(Self.connection(), version: "1")
        var taken = 0
        for second in 0..<60 {
            let heard = link.hear(
                Self.topics.command(.cancel), Self.press, isRetained: false, isFresh: true,
                at: Self.now + .seconds(Int64(second)))
            if heard == .command(.cancel) { taken += 1 }
        }
        #expect(taken == AlarmProtocolLimits.homeAssistantCommands)
        #expect(
            link.hear(
                Self.topics.command(.cancel), Self.press, isRetained: false, isFresh: true,
                at: Self.now + .minutes(12)) == .command(.cancel))
    }
}
