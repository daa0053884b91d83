import GatewayCore
import GatewayTesting
import MQTTIntake
import Testing

/// What goes wrong with a broker, what is said about it, and that it heals by itself.
@Suite struct BrokerFaultTests {
    /// Shorter waits, so that a test of silence does not last.
    var impatient: IntakeTiming {
        var timing = IntakeTiming()
        timing.connect = .milliseconds(700)
        timing.subscribe = .milliseconds(700)
        timing.canary = .milliseconds(700)
        return timing
    }

    @Test(arguments: [true, false])
    func `a broker that ends and comes back loses nothing`(isKilled: Bool) async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("button/bed", "before")
                #expect(await harness.arrival("before") != nil)
                if isKilled {
                    // The broker writes its sessions a second after a change.
                    try await Task.sleep(for: .milliseconds(1_500), clock: .continuous)
                    await broker.kill()
                } else {
                    await broker.stop()
                }
                #expect(await harness.downReason() != nil)
                try await broker.start()
                try await broker.publish("button/bed", "after")
                #expect(await harness.arrival("after") != nil)
                #expect(await harness.cameUp())
                #expect(harness.losses.all.isEmpty)
                #expect(harness.arrivals.all.count { $0.bytes == Array("before".utf8) } == 1)
            }
        }
    }

    @Test func `each change of the path is told once`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                try await broker.restart()
                #expect(await harness.cameUp())
                let states = harness.states.all
                #expect(zip(states, states.dropFirst()).allSatisfy { $0 != $1 })
                #expect(states.count { $0 == .up } == 2)
            }
        }
    }

    @Test func `a broker that forgot its sessions is told`() async throws {
        var setup = MosquittoBroker.Setup()
        setup.isPersistent = false
        try await withBroker(setup) { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                #expect(harness.losses.all.isEmpty)
                try await broker.restart()
                #expect(await harness.cameUp())
                #expect(!harness.losses.all.isEmpty)
                try await broker.publish("button/bed", "pressed")
                #expect(await harness.arrival("pressed") != nil)
            }
        }
    }

    @Test func `no broker at all is a refused connection`() async throws {
        let port = try MosquittoBroker.freePort()
        try await withIntake(.local(port)) { harness in
            #expect(await harness.downReason() == "Connection refused")
        }
    }

    @Test(arguments: BrokerConnection.Version.allCases)
    func `a wrong password is named, and a right one heals`(version: BrokerConnection.Version) async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": "right"]
        try await withBroker(setup) { broker in
            let wrong = BrokerConnection.local(broker.port, version: version, user: "gateway", password: "wrong")
            try await withIntake(wrong) { harness in
                let reason = try #require(await harness.downReason())
                #expect(reason.contains("not authorised"))
                #expect(!reason.contains("wrong"))
            }
            let right = BrokerConnection.local(broker.port, version: version, user: "gateway", password: "right")
            try await withIntake(right) { harness in #expect(await harness.cameUp()) }
        }
    }

    @Test func `a user who may not use the gateway's own topic sees that nothing flows`() async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": "right"]
        setup.acl = ["user gateway", "topic read button/#"]
        try await withBroker(setup) { broker in
            let connection = BrokerConnection.local(broker.port, user: "gateway", password: "right")
            try await withIntake(connection, timing: impatient) { harness in
                #expect(await harness.downReason()?.hasPrefix("connected, but nothing flows") == true)
                #expect(harness.intake.counts.refusedPublications > 0)
            }
        }
    }

    @Test func `a broker that accepts and says nothing is given up after a while`() async throws {
        try await withFakeBroker(.silent) { broker in
            try await withIntake(.local(broker.port, version: .v311), timing: impatient) { harness in
                #expect(await harness.downReason() == "the broker does not answer")
                broker.behave(.friendly)
                #expect(await harness.cameUp())
            }
        }
    }

    @Test func `connected is not up while nothing flows`() async throws {
        try await withFakeBroker(.swallowsMessages) { broker in
            try await withIntake(.local(broker.port, version: .v311), timing: impatient) { harness in
                #expect(await harness.downReason { $0.hasPrefix("connected, but nothing flows") } != nil)
                #expect(!harness.states.all.contains(.up))
                broker.behave(.friendly)
                #expect(await harness.cameUp())
                broker.behave(.swallowsMessages)
            }
        }
    }

    @Test func `a canary that stops coming back brings the path down and up again`() async throws {
        try await withFakeBroker { broker in
            let connection = BrokerConnection.local(broker.port, version: .v311, canaryInterval: .seconds(1))
            try await withIntake(connection, timing: impatient) { harness in
                #expect(await harness.cameUp())
                broker.behave(.swallowsMessages)
                // A machine that is busy elsewhere may miss a keep-alive first; what counts is that this is found.
                #expect(await harness.downReason { $0.hasPrefix("connected, but nothing flows") } != nil)
                broker.behave(.friendly)
                #expect(await harness.cameUp())
            }
        }
    }

    @Test func `a refused subscription is named by its place`() async throws {
        try await withFakeBroker(.refusesSubscriptions("button")) { broker in
            try await withIntake(.local(broker.port, version: .v311)) { harness in
                let reason = await harness.downReason()
                #expect(reason == "the broker refuses the subscription to entry 1 of the alarm topics")
            }
        }
    }

    @Test(arguments: [
        (1, "version of MQTT"), (2, "client id"), (3, "unavailable"), (4, "user name or password"),
        (5, "not authorised"),
    ] as [(UInt8, String)])
    func `a refusal is told in words`(code: UInt8, words: String) async throws {
        try await withFakeBroker(.refusesClients(code)) { broker in
            try await withIntake(.local(broker.port, version: .v311)) { harness in
                #expect(await harness.downReason()?.contains(words) == true)
            }
        }
    }

    @Test func `what is no broker is survived`() async throws {
        try await withFakeBroker(.talksNonsense) { broker in
            try await withIntake(.local(broker.port, version: .v311), timing: impatient) { harness in
                #expect(await harness.downReason() != nil)
                broker.behave(.friendly)
                #expect(await harness.cameUp())
            }
        }
    }

    @Test func `another client that takes our name loses us a session, which is told, and healed`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("other", "x", options: ["-i", "pullcord-alarm", "-V", "5"])
                #expect(await harness.downReason() != nil)
                #expect(await harness.cameUp())
                #expect(harness.losses.all.count == 1)
                try await broker.publish("button/bed", "pressed")
                #expect(await harness.arrival("pressed") != nil)
            }
        }
    }
}
