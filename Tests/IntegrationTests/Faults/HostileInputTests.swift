import DemoHome
import GatewayCore
import GatewayDaemon
import Foundation
import LinuxSupport
import Testing

/// Ten thousand messages and frames that mean nothing, and one press among them.
@Suite(.serialized) struct HostileInputTests {
    private static let publishes = 8_000
    private static let serial = 2_000

    @Test func `ten thousand malformed messages are counted, and the press between them is told`() async throws {
        let line = try PseudoTerminal()
        var flat = TestFlat()
        flat.addRadio()
        flat.intakes.append("line: {serial: {protocol: json_lines, file: \(line.path)}}")
        flat.devices.append("hall-button: {profile: json-help-button, address: button-1, intake: line}")
        flat.devices.append("door: {profile: aqara-mccgq11lm, room: hall}")
        flat.rules.append("hall: {kind: help_call, devices: [hall-button], pre_alert: 0s}")
        flat.rules.append("open: {kind: left_open, devices: [door], hold: 1h}")
        // A broker that lets through what the gateway itself must refuse.
        let configure: (inout HomeSetup) -> Void = { $0.brokerLines = ["max_packet_size 1000000"] }
        try await withHome(flat, parts: [.broker, .radio, .gateway], configure: configure) { home in
            try await home.waitUntilWell()
            // The bridge's own kept state has been heard, so that nothing else comes while this is counted.
            try await eventually("the bridge's state") { try await home.gateway.status().brokers[0].arrivals > 0 }
            let process = home.gateway.identifier
            let before = try await home.gateway.status()
            async let lines: Void = speak(on: line)
            async let frames: Void = speak(byRadioOf: home)
            let publisher = try await MQTTPublisher.connect(port: home.home.broker.port, id: "vandal")
            try await vandalise(publisher, seed: 1, count: Self.publishes / 2)
            try await publisher.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#)
            try await vandalise(publisher, seed: 2, count: Self.publishes / 2)
            let told = try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
            #expect(told.message.zoneNumber == 1)
            _ = try await (lines, frames)
            // Larger than an arrival may be (`Limits.arrivalBytes`).
            try await publisher.publish("zigbee2mqtt/pendant", Array(repeating: 0x20, count: 300_000))
            let after = try await eventually("all of it to be counted") {
                let status = try await report(home)
                let isAll =
                    status.figures.undecodable - before.figures.undecodable >= Self.publishes + Self.serial / 2
                    && status.brokers[0].oversized == 1
                return isAll ? status : nil
            }
            #expect(after.brokers[0].arrivals - before.brokers[0].arrivals == Self.publishes + 1)
            #expect(after.figures.failedCommits == 0)
            #expect(home.gateway.identifier == process)
            #expect(home.gateway.isRunning)
            let alerts = try await home.gateway.alerts()
            #expect(alerts.map(\.kind) == [.helpCall], "Nothing else came of it: \(alerts.map(\.title))")
            try await home.home.radio.pressPendant()
            try await home.anna.first("Anna to be told of the radio") { $0.message.zoneNumber == 3 }
            await publisher.close()
        }
    }

    /// `pullcord status --json`, as an installer gets it.
    private func report(_ home: TestHome) async throws -> StatusReport {
        let answer = try await home.ask("status", "--json")
        return try JSONDecoder().decode(StatusReport.self, from: Foundation.Data(answer.output.utf8))
    }

    /// Publishes what no device sends, to topics of both sessions.
    private func vandalise(_ publisher: MQTTPublisher, seed: UInt64, count: Int) async throws {
        let topics = ["pendant", "cord", "door", "door/availability", "bridge/state"].map { "zigbee2mqtt/\($0)" }
        var payloads = HostilePayload(seed: seed)
        for start in stride(from: 0, to: count, by: 50) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in start..<min(start + 50, count) {
                    let payload = payloads.next()
                    group.addTask { try await publisher.publish(topics[number % topics.count], payload) }
                }
                try await group.waitForAll()
            }
        }
    }

    private func speak(on line: PseudoTerminal) async throws {
        var payloads = HostilePayload(seed: 3)
        let all = (0..<Self.serial / 2).flatMap { _ in payloads.nextLine() }
        let isTaken = await withCheckedContinuation { continuation in
            _ = BackgroundThread.start(name: "line") {
                continuation.resume(returning: (try? line.writeAll(all, timeout: patience)) ?? false)
            }
        }
        #expect(isTaken)
    }

    private func speak(byRadioOf home: TestHome) async throws {
        var payloads = HostilePayload(seed: 4)
        for _ in 0..<Self.serial / 2 { try await home.home.radio.send(payloads.nextFrame()) }
    }
}
