import GatewayCore
import GatewayTesting
import MQTTIntake
import Testing

/// The order that makes a press durable: record, then acknowledge. It is libmosquitto's way of working, not its
/// promise, so these tests hold it against the installed library.
@Suite struct RecordBeforeAcknowledgementTests {
    /// The packet type of a PUBACK.
    let puback: UInt8 = 4
    /// A PUBACK's body for packet 700.
    let press: [UInt8] = [2, 188]

    @Test func `a press is acknowledged only after its record`() async throws {
        try await withFakeBroker { broker in
            try await withIntake(.local(broker.port, version: .v311), records: false) { harness in
                #expect(await harness.cameUp())
                broker.publish("button/bed", "pressed", packet: 700, to: "-alarm")
                let batch = try #require(await harness.batches.next())
                #expect(batch.arrivals.map(\.isAlarmClass) == [true])
                let early = await broker.packets.first(within: .milliseconds(300)) { [puback, press] packet in
                    packet.type == puback && packet.body == press
                }
                #expect(early == nil)
                batch.receipt?.recorded()
                let late = await broker.packets.first { [puback, press] packet in
                    packet.type == puback && packet.body == press
                }
                #expect(late != nil)
            }
        }
    }

    @Test(arguments: [true, false])
    func `a press that could not be recorded is never acknowledged`(isAnswered: Bool) async throws {
        var timing = IntakeTiming()
        timing.record = .seconds(2)
        try await withFakeBroker { broker in
            try await withIntake(.local(broker.port, version: .v311), timing: timing, records: false) { harness in
                #expect(await harness.cameUp())
                broker.publish("button/bed", "pressed", packet: 700, to: "-alarm")
                let batch = try #require(await harness.batches.next())
                if isAnswered { batch.receipt?.failed() }
                #expect(await harness.downReason { $0.contains("recorded") } != nil)
                // Connected again, and the acknowledgement that was queued is gone.
                #expect(await harness.cameUp())
                #expect(!broker.packets.all.contains { $0.type == puback && $0.body == press })
                #expect(harness.intake.counts.refusedBatches == 1)

                broker.publish("button/bed", "pressed", packet: 700, isDuplicate: true, to: "-alarm")
                let again = try #require(await harness.batches.next())
                #expect(again.arrivals.map(\.isRedelivered) == [true])
                again.receipt?.recorded()
                let acknowledged = await broker.packets.first { [puback, press] packet in
                    packet.type == puback && packet.body == press
                }
                #expect(acknowledged?.client == "pullcord-alarm")
            }
        }
    }

    @Test func `several presses in one batch share one receipt`() async throws {
        try await withFakeBroker { broker in
            try await withIntake(.local(broker.port, version: .v311), records: false) { harness in
                #expect(await harness.cameUp())
                for number in 0..<5 as Range<UInt16> {
                    broker.publish("button/bed", "press \(number)", packet: 700 + number, to: "-alarm")
                }
                var heard: [Arrival] = []
                while heard.count < 5, let batch = await harness.batches.next() {
                    heard += batch.arrivals
                    batch.receipt?.recorded()
                }
                #expect(heard.map { String(decoding: $0.bytes, as: UTF8.self) } == (0..<5).map { "press \($0)" })
            }
        }
    }

    @Test(arguments: BrokerConnection.Version.allCases)
    func `a real broker sends again what was not recorded`(version: BrokerConnection.Version) async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port, version: version), records: false) { harness in
                #expect(await harness.cameUp())
                try await broker.publish("button/bed", "pressed")
                let first = try #require(await harness.batches.next())
                #expect(first.arrivals.map(\.isRedelivered) == [false])
                first.receipt?.failed()
                let second = try #require(await harness.batches.next())
                #expect(second.arrivals.map(\.bytes) == [Array("pressed".utf8)])
                #expect(second.arrivals.map(\.isRedelivered) == [true])
                second.receipt?.recorded()
                #expect(await harness.cameUp())
                try await broker.publish("button/bed", "pressed again")
                let third = try #require(await harness.batches.next())
                #expect(third.arrivals.map(\.bytes) == [Array("pressed again".utf8)])
                third.receipt?.recorded()
            }
        }
    }

    @Test func `readings need no record`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port), records: false) { harness in
                #expect(await harness.cameUp())
                for number in 0..<3 { try await broker.publish("sensor/door", "\(number)") }
                for number in 0..<3 {
                    let batch = await harness.arrival("\(number)")
                    #expect(batch?.isAlarmClass == false)
                }
                #expect(harness.batches.all.allSatisfy { $0.receipt == nil })
            }
        }
    }
}
