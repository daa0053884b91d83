import Foundation
import GatewayCore
import GatewayTesting
import MQTTIntake
import Testing

@Suite struct BrokerIntakeTests {
    @Test(arguments: BrokerConnection.Version.allCases)
    func `presses and readings arrive by both versions`(version: BrokerConnection.Version) async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port, version: version)) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("button/bed", "pressed")
                let press = try #require(await harness.arrival("pressed"))
                #expect(press.address == "button/bed")
                #expect(press.intake == IntakeID("broker"))
                #expect(press.isAlarmClass && !press.isRetained && !press.isRedelivered)
                try await broker.publish("sensor/door", "open", qos: 0)
                let reading = try #require(await harness.arrival("open"))
                #expect(reading.address == "sensor/door")
                #expect(!reading.isAlarmClass)
                #expect(reading.moment.boot > press.moment.boot)
            }
        }
    }

    @Test func `a name with several addresses is tried until one answers`() async throws {
        try await withBroker { broker in
            var connection = BrokerConnection.local(broker.port)
            connection.host = "localhost"
            try await withIntake(connection) { harness in
                #expect(await harness.cameUp())
            }
        }
    }

    @Test func `what the broker kept is told as retained`() async throws {
        try await withBroker { broker in
            try await broker.publish("sensor/door", "open", retain: true)
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.arrival("open")?.isRetained == true)
                try await broker.publish("sensor/door", "closed", retain: true)
                #expect(await harness.arrival("closed")?.isRetained == false)
            }
        }
    }

    @Test(arguments: BrokerConnection.Version.allCases)
    func `what was published while the gateway was away arrives at its start`(
        version: BrokerConnection.Version
    ) async throws {
        try await withBroker { broker in
            let connection = BrokerConnection.local(broker.port, version: version)
            try await withIntake(connection) { harness in #expect(await harness.cameUp()) }
            for number in 0..<150 {
                try await broker.publish("button/bed", "press \(number)", qos: number % 2 == 0 ? 1 : 2)
            }
            try await withIntake(connection, expectsSession: true) { harness in
                for number in 0..<150 { #expect(await harness.arrival("press \(number)") != nil) }
                #expect(await harness.cameUp())
                #expect(harness.losses.all.isEmpty)
            }
        }
    }

    @Test func `a press that a broad reading topic covers arrives once, as a press`() async throws {
        try await withBroker { broker in
            let connection = BrokerConnection.local(broker.port, alarm: ["zigbee/button"], readings: ["zigbee/#"])
            try await withIntake(connection) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("zigbee/button", "pressed")
                try await broker.publish("zigbee/door", "open")
                #expect(await harness.arrival("open") != nil)
                _ = await harness.arrivals.first(within: .milliseconds(200)) { _ in false }
                let presses = harness.arrivals.all.filter { $0.address == "zigbee/button" }
                #expect(presses.map(\.isAlarmClass) == [true])
            }
        }
    }

    @Test func `too large a message is refused and counted, and the next one arrives`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                let large = String(repeating: "x", count: Limits.arrivalBytes + 1)
                try await TestCommand.run(
                    "mosquitto_pub", ["-p", "\(broker.port)", "-t", "button/bed", "-q", "1", "-s"], input: large)
                try await broker.publish("button/bed", "pressed")
                #expect(await harness.arrival("pressed") != nil)
                #expect(harness.intake.counts.oversized == 1)
            }
        }
    }

    @Test func `every byte and an empty payload arrive as they were sent`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                try await TestCommand.run(
                    "mosquitto_pub", ["-p", "\(broker.port)", "-t", "button/bed", "-q", "1", "-s"],
                    input: "\u{0}\u{1}é\u{FFFD}")
                #expect(await harness.arrivals.next()?.bytes == Array("\u{0}\u{1}é\u{FFFD}".utf8))
                try await TestCommand.run(
                    "mosquitto_pub", ["-p", "\(broker.port)", "-t", "button/bed", "-q", "1", "-n"])
                #expect(await harness.arrivals.next()?.bytes == [])
            }
        }
    }

    // MARK: Acknowledgements

    @Test func `a contact acknowledges by a topic of its own, and never by a kept message`() async throws {
        try await withBroker { broker in
            try await broker.publish("pullcord/acknowledge/kept", "1", retain: true)
            let connection = BrokerConnection.local(
                broker.port, alarm: ["#"], readings: ["#"], takesAcknowledgements: true)
            try await withIntake(connection) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("pullcord/acknowledge/anna", "17")
                let heard = await harness.acknowledgements.next()
                #expect(heard == IntakeHarness.Acknowledged(contact: ContactID("anna"), payload: "17"))
                try await broker.publish("pullcord/acknowledge/Not A Name", "17")
                try await broker.publish("pullcord/other", "17")
                try await broker.publish("button/bed", "pressed")
                #expect(await harness.arrival("pressed") != nil)
                #expect(harness.acknowledgements.all.count == 1)
                #expect(!harness.arrivals.all.contains { $0.address.hasPrefix("pullcord/") })
                #expect(harness.intake.counts.ignoredOwn >= 3)
            }
        }
    }

    @Test func `acknowledgements are not heard unless the settings ask for them`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("pullcord/acknowledge/anna", "17")
                try await broker.publish("button/bed", "pressed")
                #expect(await harness.arrival("pressed") != nil)
                #expect(harness.acknowledgements.all.isEmpty)
            }
        }
    }

    // MARK: Publishing

    @Test func `the gateway publishes, and says whether it is there`() async throws {
        try await withBroker { broker in
            let watcher = BrokerConnection.local(
                broker.port, alarm: ["lamp/set", "gateway/status"], readings: [])
            var connection = BrokerConnection.local(broker.port)
            connection.clientID = "other"
            connection.ownTopic = "gateway"
            try await withIntake(watcher) { watching in
                #expect(await watching.cameUp())
                try await withIntake(connection) { harness in
                    #expect(await watching.arrival("online")?.address == "gateway/status")
                    #expect(await harness.cameUp())
                    #expect(harness.intake.publish(topic: "lamp/set", payload: "red"))
                    #expect(await watching.arrival("red")?.address == "lamp/set")
                }
                #expect(await watching.arrival("stopping")?.address == "gateway/status")
                _ = await watching.arrivals.first(within: .milliseconds(200)) { _ in false }
                #expect(!watching.arrivals.all.contains { $0.bytes == Array("offline".utf8) })
            }
        }
    }

    @Test func `what is published without a broker goes out when there is one, the newest of each topic`()
        async throws
    {
        let broker = try await MosquittoBroker()
        defer { broker.remove() }
        var connection = BrokerConnection.local(broker.port, alarm: ["lamp/set"], readings: [])
        connection.clientID = "watcher"
        connection.ownTopic = "watcher"
        try await broker.start()
        try await withIntake(connection) { watching in #expect(await watching.cameUp()) }
        await broker.stop()
        try await withIntake(.local(broker.port)) { harness in
            #expect(await harness.downReason() != nil)
            for colour in ["red", "green", "blue"] { harness.intake.publish(topic: "lamp/set", payload: colour) }
            // The queue is thinned on the intake's thread, which the publications have woken.
            #expect(await harness.states.first(within: .seconds(1)) { _ in false } == nil)
            try await broker.start()
            #expect(await harness.cameUp())
            try await withIntake(connection) { watching in
                #expect(await watching.arrival("blue") != nil)
                #expect(watching.arrivals.all.count == 1)
            }
        }
    }

    @Test func `a topic that is none is refused`() throws {
        let harness = try IntakeHarness(.local(1_883))
        for topic in ["lamp/+", "lamp/#", "", "zero\u{0}byte"] {
            #expect(!harness.intake.publish(topic: topic, payload: "on"))
        }
        #expect(harness.intake.counts.refusedPublications == 4)
    }

    // MARK: Stopping

    @Test func `a stop without a broker ends at once`() async throws {
        let port = try MosquittoBroker.freePort()
        let harness = try IntakeHarness(.local(port))
        harness.intake.start()
        #expect(await harness.downReason() != nil)
        let began = ContinuousClock.now
        #expect(harness.intake.stop(within: .seconds(5)))
        #expect(ContinuousClock.now - began < .seconds(2))
    }

    @Test func `a stop waits for a record under way, but not beyond its limit`() async throws {
        try await withBroker { broker in
            let harness = try IntakeHarness(.local(broker.port), records: false)
            harness.intake.start()
            #expect(await harness.cameUp())
            try await broker.publish("button/bed", "pressed")
            #expect(await harness.batches.next() != nil)
            #expect(harness.intake.stop(within: .milliseconds(300)))
            // Not recorded, so still with the broker.
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.arrival("pressed") != nil)
            }
        }
    }

    // MARK: Settings

    @Test func `an empty name is refused`() {
        let connection = BrokerConnection.local(1_883)
        var (nowhere, nobody, rootless) = (connection, connection, connection)
        nowhere.host = ""
        nobody.clientID = ""
        rootless.ownTopic = ""
        for connection in [nowhere, nobody, rootless] {
            #expect(throws: BrokerIntakeError.self) { try IntakeHarness(connection) }
        }
    }

    @Test(arguments: ["", "a/#/b", "a+", "#a"])
    func `a filter that MQTT does not allow is refused by its place, not its text`(filter: String) throws {
        let connection = BrokerConnection.local(1_883, alarm: ["button/#", filter])
        let error = try #require(throws: BrokerIntakeError.self) { try IntakeHarness(connection) }
        #expect(error.description == "Entry 2 of the alarm topics is not an MQTT topic filter.")
    }

    @Test func `a password without a user and a certificate without a key are refused`() {
        var connection = BrokerConnection.local(1_883)
        connection.password = Secret("secret")
        #expect(throws: BrokerIntakeError.self) { try IntakeHarness(connection) }
        connection.password = nil
        connection.tls = TLSFiles(certificate: "/nowhere")
        #expect(throws: BrokerIntakeError.self) { try IntakeHarness(connection) }
    }
}
