import DemoHome
import Foundation
import GatewayCore
import GatewayTesting
import Testing

/// What Home Assistant sees of the built gateway, and what its buttons can do.
@Suite(.serialized) struct HomeAssistantTests {
    private static let commands = "pullcord/flat-12/home_assistant/command"

    private static func withPeer(
        _ settings: String = "{commands: true, acknowledges_as: anna}", preAlert: String = "0s",
        _ body: (TestHome, HomeAssistantPeer) async throws -> Void
    ) async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": TestFlat.brokerPassword, "assistant": "a-secret"]
        try await withBroker(setup) { broker in
            var flat = TestFlat()
            flat.brokerPort = broker.port
            flat.brokerOptions = "user: gateway, password: !secret broker_password"
            flat.devices.append("smoke: {profile: zigbee-smoke, room: hall, supervision: bridge}")
            flat.rules = [
                "help: {kind: help_call, title: Help call, devices: [pendant, cord], pre_alert: \(preAlert)}",
                "fire: {kind: hazard, devices: [smoke]}",
            ]
            flat.more = "home_assistant: \(settings)"
            let peer = try HomeAssistantPeer(broker, user: ("assistant", "a-secret"))
            try await withHome(flat, parts: [.gateway]) { home in
                try await home.waitUntilWell()
                try await eventually("the entities to be announced") { !peer.entities().isEmpty }
                try await body(home, peer)
            }
        }
    }

    private static func call(_ peer: HomeAssistantPeer) async throws {
        try await peer.publish("zigbee2mqtt/pendant", #"{"action":"emergency","linkquality":90}"#)
    }

    @Test func `a call for help is seen from the press to the end, and taken by the button`() async throws {
        try await Self.withPeer { home, peer in
            let entities = peer.entities()
            #expect(Set(entities.compactMap { $0.value["unique_id"] as? String }).count == entities.count)
            for (name, entity) in entities where entity["state_topic"] != nil {
                #expect(peer.state(name) != nil, "\(name) shows nothing")
            }
            #expect(peer.payload("pullcord/flat-12/status") == "online")
            #expect(peer.state("emergency") == "OFF" && peer.state("mode") == "home")
            try await Self.call(peer)
            try await peer.waits(for: "emergency", toBe: "ON")
            try await peer.waits(for: "stage", toBe: "sent")
            #expect(peer.state("gravest") == "emergency" && peer.state("open_alerts") == "1")
            try await peer.press("acknowledge")
            let alert = try await home.alert(.helpCall)
            try await home.waitUntil(alert.id, is: "acknowledged")
            #expect(try await home.alert(alert.id).acknowledgement?.by == ContactID("anna"))
            try await peer.waits(for: "stage", toBe: "acknowledged")
            _ = try await home.ask("alerts", "close", "\(alert.id)", "--as", "anna", "--outcome", "attended")
            try await peer.waits(for: "emergency", toBe: "OFF")
            #expect(peer.state("open_alerts") == "0")
            let status = try await home.ask("status")
            #expect(status.output.contains("Home Assistant: 1 commands taken, 0 refused"))
        }
    }

    @Test func `the person withdraws by a button in time, and a hazard never`() async throws {
        try await Self.withPeer(preAlert: "5m") { home, peer in
            try await Self.call(peer)
            let call = try await home.alert(.helpCall)
            try await peer.publish("zigbee2mqtt/smoke", #"{"smoke":true}"#)
            let fire = try await home.alert(.smoke)
            try await peer.press("cancel")
            try await home.waitUntil(call.id, is: "cancelled")
            try await peer.press("okay")
            try await eventually("both presses to be counted") {
                try await home.ask("status").output.contains("2 commands taken")
            }
            #expect(try await home.alert(fire.id).state.name == "raised")
            #expect(peer.state("emergency") == "ON")
        }
    }

    @Test func `wrong words, kept messages and strangers do nothing`() async throws {
        try await Self.withPeer(preAlert: "5m") { home, peer in
            try await Self.call(peer)
            let call = try await home.alert(.helpCall)
            try await peer.publish("\(Self.commands)/cancel", "cancel it")
            try await peer.publish("\(Self.commands)/mute", "PRESS")
            // The broker passes it on at once as new, and keeps it: a gateway that connects again must not take it.
            await #expect(throws: (any Error).self) {
                try await peer.broker.publish("\(Self.commands)/cancel", "PRESS")
            }
            try await eventually("both to be refused") {
                try await home.ask("status").output.contains("0 commands taken, 2 refused")
            }
            #expect(try await home.alert(call.id).state.name == "pending")
        }
    }

    @Test func `what the broker has kept is no press at the next start`() async throws {
        try await Self.withPeer(preAlert: "5m") { home, peer in
            await home.gateway.stop()
            try await peer.publish("\(Self.commands)/cancel", "PRESS", isRetained: true)
            try await peer.publish("\(Self.commands)/okay", "PRESS")
            try await home.gateway.start(until: .answering)
            try await home.waitUntilWell()
            try await Self.call(peer)
            let call = try await home.alert(.helpCall)
            // What was kept may come twice: once as it was sent, and once as the broker keeps it.
            try await eventually("both to be refused") {
                let status = try await home.ask("status").output
                return ["2 refused", "3 refused"].contains { status.contains("0 commands taken, \($0)") }
            }
            #expect(try await home.alert(call.id).state.name == "pending")
        }
    }

    @Test func `nobody is named, no room, and no kind of alert`() async throws {
        try await Self.withPeer("{}") { home, peer in
            try await Self.call(peer)
            try await peer.waits(for: "emergency", toBe: "ON")
            #expect(peer.entities().values.allSatisfy { $0["p"] as? String != "button" })
            for topic in ["homeassistant/device/pullcord_flat-12/config", "pullcord/flat-12/home_assistant/state"] {
                let text = try #require(peer.payload(topic))
                for word in ["Margaret", "margaret", "pendant", "hall", "help_call", "Help", "Mill Lane"] {
                    #expect(!text.contains(word), "\(word) in \(text)")
                }
            }
            _ = home
        }
    }

    @Test func `all is told again when Home Assistant starts, and taken back when the settings say so`() async throws {
        try await Self.withPeer { home, peer in
            let config = "homeassistant/device/pullcord_flat-12/config"
            try await peer.publish(config, "", isRetained: true)
            try await eventually("the announcement to be gone") { peer.payload(config) == "" }
            try await peer.publish("homeassistant/status", "online")
            try await eventually("the announcement to be there again") { !peer.entities().isEmpty }
            var flat = home.flat
            flat.more = "home_assistant: {commands: false}"
            try home.write(flat)
            #expect(try await home.ask("reload").code == 0)
            try await eventually("the buttons to be gone") {
                !peer.entities().isEmpty && peer.entities()["cancel"] == nil
            }
            flat.more = ""
            try home.write(flat)
            #expect(try await home.ask("reload").code == 0)
            try await eventually("all to be taken back") {
                peer.payload(config) == "" && peer.payload("pullcord/flat-12/home_assistant/state") == ""
            }
        }
    }
}
