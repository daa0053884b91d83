import Foundation
import GatewayCore
import GatewayTesting
import MQTTIntake
import Testing

/// The broker settings we ship, run as they are but for paths and ports.
@Suite struct RecommendedBrokerTests {
    /// A broker with the shipped settings, included by a file like Debian's.
    struct Broker {
        var process: MosquittoBroker
        var devicePort: Int
    }

    func withRecommendedBroker(_ body: (Broker) async throws -> Void) async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shipped = root.appendingPathComponent("systemd/mosquitto")
        let folder = try MosquittoBroker.makeFolder()
        let (port, devicePort) = (try MosquittoBroker.freePort(), try MosquittoBroker.freePort())
        try FileManager.default.createDirectory(atPath: "\(folder)/conf.d", withIntermediateDirectories: true)
        let settings = try String(contentsOf: shipped.appendingPathComponent("pullcord.conf"), encoding: .utf8)
            .replacingOccurrences(of: "/etc/mosquitto/", with: "\(folder)/")
            .replacingOccurrences(of: "\nlistener 1884 ", with: "\nlistener \(port) ")
            .replacingOccurrences(of: "\nlistener 1883 ", with: "\nlistener \(devicePort) ")
        try settings.write(toFile: "\(folder)/conf.d/pullcord.conf", atomically: true, encoding: .utf8)
        try FileManager.default.copyItem(
            at: shipped.appendingPathComponent("pullcord.acl"), to: URL(fileURLWithPath: "\(folder)/pullcord.acl"))
        try await MosquittoBroker.writePasswords(["pullcord": "g"], to: "\(folder)/pullcord-gateway.passwd")
        try await MosquittoBroker.writePasswords(
            ["zigbee2mqtt": "z", "pendant": "p", "caregiver": "c"], to: "\(folder)/pullcord-devices.passwd")
        let user = getuid() == 0 ? "user root\n" : ""
        let main = """
            persistence true
            persistence_location \(folder)/
            log_dest file \(folder)/log
            \(user)include_dir \(folder)/conf.d
            """
        let broker = try MosquittoBroker(configuration: main, port: port, folder: folder)
        defer { broker.remove() }
        try await broker.start()
        try await body(Broker(process: broker, devicePort: devicePort))
    }

    func connection(_ broker: Broker) -> BrokerConnection {
        .local(
            broker.process.port, user: "pullcord", password: "g", alarm: ["sensors/pendant/#"],
            readings: ["zigbee2mqtt/#", "sensors/#"], takesAcknowledgements: true)
    }

    func publish(_ broker: Broker, as user: String, _ password: String, _ topic: String, _ payload: String) async {
        // Whether the broker refuses is what the tests look at, by what arrives.
        _ = try? await TestCommand.run(
            "mosquitto_pub",
            [
                "-p", "\(broker.devicePort)", "-u", user, "-P", password, "-i", "pullcord-alarm", "-q", "1", "-t",
                topic, "-m", payload,
            ])
    }

    @Test func `each user can do what it should and nothing else`() async throws {
        try await withRecommendedBroker { broker in
            try await withIntake(connection(broker)) { harness in
                #expect(await harness.cameUp())
                await publish(broker, as: "pendant", "wrong", "sensors/pendant/press", "wrong password")
                await publish(broker, as: "pendant", "p", "zigbee2mqtt/door", "another's topic")
                await publish(broker, as: "caregiver", "c", "sensors/pendant/press", "another's device")
                await publish(broker, as: "pendant", "p", "pullcord/acknowledge/caregiver", "forged")
                await publish(broker, as: "caregiver", "c", "pullcord/acknowledge/caregiver", "17")
                await publish(broker, as: "zigbee2mqtt", "z", "zigbee2mqtt/door", "open")
                await publish(broker, as: "pendant", "p", "sensors/pendant/press", "pressed")
                #expect(await harness.arrival("pressed")?.isAlarmClass == true)
                #expect(await harness.acknowledgements.next()?.payload == "17")
                let heard = Set(harness.arrivals.all.map { String(decoding: $0.bytes, as: UTF8.self) })
                #expect(heard == ["open", "pressed"])
                #expect(harness.acknowledgements.all.count == 1)
                // The publishers called themselves pullcord-alarm, and did not become it.
                #expect(harness.states.all == [.up])
            }
        }
    }

    @Test func `a message of QoS 0 waits for the gateway through a broker's kill`() async throws {
        try await withRecommendedBroker { broker in
            try await withIntake(connection(broker)) { harness in #expect(await harness.cameUp()) }
            try await TestCommand.run(
                "mosquitto_pub",
                [
                    "-p", "\(broker.devicePort)", "-u", "pendant", "-P", "p", "-i", "x", "-q", "0", "-t",
                    "sensors/pendant/press", "-m", "pressed",
                ])
            // The settings promise a second.
            try await Task.sleep(for: .seconds(3), clock: .continuous)
            await broker.process.kill()
            try await broker.process.start()
            try await withIntake(connection(broker), expectsSession: true) { harness in
                #expect(await harness.arrival("pressed") != nil)
                #expect(harness.losses.all.isEmpty)
            }
        }
    }
}
