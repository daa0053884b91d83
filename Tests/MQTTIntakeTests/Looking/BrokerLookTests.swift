import GatewayCore
import GatewayTesting
import LinuxSupport
import MQTTIntake
import Testing

@Suite struct BrokerLookTests {
    /// Looks on a thread of its own: the call blocks, and Swift's pool has few.
    private func look(
        _ connection: BrokerConnection, _ filters: [String] = ["+/bridge/devices", "+/bridge/state"],
        limit: Duration = .seconds(40), messageBytes: Int = 4_194_304
    ) async -> BrokerLook.Outcome {
        let look = BrokerLook(connection, filters: filters, limit: limit, messageBytes: messageBytes)
        return await withCheckedContinuation { continuation in
            _ = BackgroundThread.start(name: "test-look") { continuation.resume(returning: look.run()) }
        }
    }

    private func failure(_ outcome: BrokerLook.Outcome) -> String? {
        guard case .failed(let reason) = outcome else { return nil }
        return reason
    }

    @Test(arguments: BrokerConnection.Version.allCases)
    func `what the broker keeps under the topics is seen, and nothing else`(
        version: BrokerConnection.Version
    ) async throws {
        try await withBroker { broker in
            try await broker.publish("zigbee2mqtt/bridge/devices", "[]", retain: true)
            try await broker.publish("upstairs/bridge/devices", "[1]", retain: true)
            try await broker.publish("upstairs/bridge/state", "online", retain: true)
            try await broker.publish("upstairs/bridge/info", "{}", retain: true)
            try await broker.publish("zigbee2mqtt/bridge/state", "online")
            guard case .answered(let messages, let oversized) = await look(.local(broker.port, version: version)) else {
                Issue.record("The broker was not seen.")
                return
            }
            #expect(oversized == 0)
            #expect(
                messages.sorted { $0.topic < $1.topic } == [
                    BrokerMessage(topic: "upstairs/bridge/devices", bytes: Array("[1]".utf8)),
                    BrokerMessage(topic: "upstairs/bridge/state", bytes: Array("online".utf8)),
                    BrokerMessage(topic: "zigbee2mqtt/bridge/devices", bytes: Array("[]".utf8)),
                ])
        }
    }

    @Test func `a list larger than any message of a device is seen whole, one beyond the limit is counted`()
        async throws
    {
        try await withBroker { broker in
            let list = "[" + String(repeating: "\"pendant\",", count: 90_000) + "0]"
            try await TestCommand.run(
                "mosquitto_pub",
                ["-h", "127.0.0.1", "-p", "\(broker.port)", "-t", "a/bridge/devices", "-q", "1", "-r", "-s"],
                input: list)
            guard case .answered(let messages, 0) = await look(.local(broker.port)) else {
                Issue.record("The broker was not seen.")
                return
            }
            #expect(messages.map(\.bytes) == [Array(list.utf8)])
            guard case .answered([], let oversized) = await look(.local(broker.port), messageBytes: 300_000) else {
                Issue.record("The list was taken, or the broker not seen.")
                return
            }
            #expect(oversized == 1)
        }
    }

    @Test func `a look leaves no session, no message and no will behind`() async throws {
        try await withBroker { broker in
            guard case .answered([], 0) = await look(.local(broker.port)) else {
                Issue.record("The broker was not seen.")
                return
            }
            // Two connections under one id: the second would find what the first had left.
            try await broker.publish("a/bridge/state", "online")
            guard case .answered([], 0) = await look(.local(broker.port)) else {
                Issue.record("A message waited for the second look.")
                return
            }
            #expect(broker.log.contains("Client pullcord disconnected."))
            #expect(!broker.log.contains("Received PUBLISH from pullcord"))
        }
    }

    @Test func `a user whom the broker does not know is told so`() async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": "right"]
        try await withBroker(setup) { broker in
            let wrong = await look(.local(broker.port, user: "gateway", password: "wrong"))
            #expect(failure(wrong)?.contains("not authorised") == true, "\(wrong)")
            let right = await look(.local(broker.port, user: "gateway", password: "right"))
            #expect(failure(right) == nil)
        }
    }

    @Test func `certificates are verified`() async throws {
        try await withCertificates { certificates in
            var setup = MosquittoBroker.Setup()
            setup.certificates = certificates
            try await withBroker(setup) { broker in
                let good = await look(.local(broker.port, tls: TLSFiles(authority: certificates.authority)))
                #expect(failure(good) == nil)
                let stranger = await look(.local(broker.port, tls: TLSFiles(authority: certificates.stranger)))
                #expect(failure(stranger)?.hasPrefix("TLS failed") == true, "\(stranger)")
            }
        }
    }

    @Test func `where nobody listens, and where somebody says nothing, the look ends with why`() async throws {
        let nobody = await look(.local(try MosquittoBroker.freePort()))
        #expect(failure(nobody) == "Connection refused")
        try await withFakeBroker(.silent) { broker in
            let start = ContinuousClock.now
            let silent = await look(.local(broker.port, version: .v311), limit: .seconds(1))
            #expect(failure(silent) == "it does not answer")
            #expect(ContinuousClock.now - start < .seconds(20))
        }
        try await withFakeBroker(.talksNonsense) { broker in
            let nonsense = await look(.local(broker.port, version: .v311))
            #expect(failure(nonsense) != nil)
        }
        try await withFakeBroker(.refusesSubscriptions("+/bridge")) { broker in
            let refused = await look(.local(broker.port, version: .v311))
            #expect(failure(refused) == "it does not let this user see the devices")
        }
        var unknown = BrokerConnection.local(1)
        unknown.host = "no-such-host.invalid"
        #expect(failure(await look(unknown)) == "its name cannot be resolved")
    }
}
