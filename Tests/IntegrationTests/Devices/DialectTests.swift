import DemoHome
import Foundation
import GatewayCore
import GatewayDaemon
import GatewayTesting
import Testing

/// One device of each dialect at one broker, from what it publishes to who is told.
@Suite(.serialized) struct DialectTests {
    private static func withDialects(_ body: (TestHome, MQTTPublisher) async throws -> Void) async throws {
        var flat = TestFlat()
        flat.devices = DialectDevice.all.map(\.line)
        flat.rules = DialectDevice.all.map(\.rule)
        flat.bridges = DialectDevice.bridges
        try await withBroker { broker in
            flat.brokerPort = broker.port
            let publisher = try await MQTTPublisher.connect(port: broker.port, id: "devices")
            // What lay at the broker before the gateway was there is no press.
            for device in DialectDevice.all where device.isButton {
                for call in device.calls {
                    // An earlier press, where they are counted: the same count again is the same press.
                    let kept = call.payload.replacing(#""event_cnt":2"#, with: #""event_cnt":1"#)
                    try await publisher.publish(call.topic, kept, isRetained: true)
                }
            }
            for message in DialectDevice.forgeries {
                try await publisher.publish(message.topic, message.payload, isRetained: true)
            }
            let configure: (inout HomeSetup) -> Void = { setup in
                for device in DialectDevice.all {
                    guard let text = device.profileText else { continue }
                    setup.files["devices/\(device.profileName).yaml"] = { _ in text }
                }
            }
            try await withHome(flat, parts: [.gateway], configure: configure) { home in
                try await home.waitUntilWell()
                try await body(home, publisher)
            }
            await publisher.close()
        }
    }

    @Test func `a call of each dialect is one alert, and nothing that is kept or forged is any`() async throws {
        try await Self.withDialects { home, publisher in
            let before = try await home.ask("devices", "list", "--json").output
            for message in DialectDevice.forgeries { try await publisher.publish(message.topic, message.payload) }
            for device in DialectDevice.all {
                for call in device.calls { try await publisher.publish(call.topic, call.payload) }
            }
            let wanted = DialectDevice.all.map(\.id).sorted()
            for name in wanted {
                try await eventually("the call of \(name)") { try await Self.count(name, home) > 0 }
            }
            let alerts = try await home.gateway.alerts()
            #expect(alerts.compactMap { $0.device?.name }.sorted() == wanted)
            #expect(alerts.allSatisfy { $0.priority == .emergency })
            #expect(try names(before) == names(try await home.ask("devices", "list", "--json").output))
            try await Self.pressAgain(home, publisher)
            try await Self.vanish(home, publisher)
        }
    }

    /// It says its last press again when it connects, which it does when the broker comes back.
    @Test func `a press that is said again after the gateway was killed is that press, and the next one another`()
        async throws
    {
        let device = try #require(DialectDevice.all.first { $0.id == "button1" })
        let topic = device.calls[0].topic
        var flat = TestFlat()
        flat.devices = [device.line]
        flat.rules = [device.rule]
        flat.bridges = DialectDevice.bridges
        try await withHome(flat, parts: [.broker, .gateway]) { home in
            let publisher = try await MQTTPublisher.connect(port: home.home.broker.port, id: "button")
            try await publisher.publish(topic, #"{"event":"S","event_cnt":7}"#)
            try await eventually("the press to be an alert") { try await Self.count("button1", home) == 1 }
            try await Self.close("button1", home)
            #expect(await home.gateway.kill() == 128 + 9)
            try await home.gateway.start(until: .answering)
            try await publisher.publish(topic, #"{"event":"S","event_cnt":7}"#)
            try await eventually("the copy to be known for one") {
                try await home.gateway.status().figures.copies > 0
            }
            #expect(try await Self.count("button1", home) == 1)
            try await publisher.publish(topic, #"{"event":"S","event_cnt":8}"#)
            try await eventually("the next press to be one") { try await Self.count("button1", home) == 2 }
            await publisher.close()
        }
    }

    private static func close(_ device: String, _ home: TestHome) async throws {
        for alert in try await home.gateway.alerts() where alert.device == DeviceID(device) {
            let closed = try await home.ask(
                "alerts", "close", "\(alert.id)", "--as", "anna", "--outcome", "attended")
            #expect(closed.code == 0, "\(closed.output)")
        }
    }

    /// A Shelly that connects again says its last press again.
    private static func pressAgain(_ home: TestHome, _ publisher: MQTTPublisher) async throws {
        try await close("button1", home)
        let topic = "shellies/shellybutton1-A4/input_event/0"
        let copies = try await home.gateway.status().figures.copies
        try await publisher.publish(topic, #"{"event":"S","event_cnt":2}"#)
        try await eventually("the copy to be known for one") {
            try await home.gateway.status().figures.copies > copies
        }
        #expect(try await count("button1", home) == 1)
        try await publisher.publish(topic, #"{"event":"S","event_cnt":3}"#)
        try await eventually("the next press to be one") { try await count("button1", home) == 2 }
    }

    /// Who says that it is gone, or whose bridge does, is a fault; one for each.
    private static func vanish(_ home: TestHome, _ publisher: MQTTPublisher) async throws {
        let leaving = DialectDevice.all.filter { $0.gone != nil }
        for device in leaving {
            guard let gone = device.gone else { continue }
            try await publisher.publish(gone.topic, gone.payload)
        }
        let wanted = leaving.map(\.missing).sorted()
        try await eventually("a fault for each of \(wanted)") {
            let faults = try await home.gateway.alerts().filter { $0.priority == .fault }
            return faults.map { missing($0) }.sorted() == wanted
        }
    }

    private static func missing(_ fault: Alert) -> String {
        switch fault.cause {
        case .path(let path): path.name.split(separator: " ").last.map(String.init) ?? ""
        default: fault.device?.name ?? "\(fault.cause)"
        }
    }

    private static func count(_ device: String, _ home: TestHome) async throws -> Int {
        try await home.gateway.alerts().count { $0.device?.name == device && $0.priority == .emergency }
    }

    /// The names and rooms of the devices, without what they say.
    private func names(_ json: String) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Foundation.Data(json.utf8)) as? [String: Any]
        return (object?["devices"] as? [[String: Any]] ?? []).map { "\($0["id"] ?? "") \($0["name"] ?? "")" }
    }
}
