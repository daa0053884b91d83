import Foundation
import GatewayCore
import GatewayTesting
import MQTTIntake
import Testing

@Suite struct ReadingFloodTests {
    @Test func `a flood of readings does not hold up a press`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                let count = 20_000
                let port = broker.port
                let flood = Task.detached {
                    let lines = (0..<count).map { "reading \($0)\n" }.joined()
                    try await TestCommand.run(
                        "mosquitto_pub", ["-p", "\(port)", "-t", "sensor/power", "-q", "0", "-l"], input: lines)
                }
                #expect(await harness.arrival("reading 100") != nil)
                let began = ContinuousClock.now
                try await broker.publish("button/bed", "pressed")
                let press = await harness.batches.first { batch in batch.arrivals.contains { $0.isAlarmClass } }
                #expect(press != nil)
                // Generous for a busy machine; without two sessions a press waits for the whole flood.
                #expect(ContinuousClock.now - began < .seconds(3))
                try await flood.value
                #expect(await harness.arrival("reading \(count - 1)") != nil)
                let readings = harness.arrivals.all.filter { !$0.isAlarmClass }
                #expect(readings.count == count)
                #expect(readings.map(\.moment.boot) == readings.map(\.moment.boot).sorted())
            }
        }
    }

    @Test func `a home at rest hardly wakes the thread`() async throws {
        try await withBroker { broker in
            try await withIntake(.local(broker.port)) { harness in
                #expect(await harness.cameUp())
                let thread = try #require(harness.threads.all.last)
                try await Task.sleep(for: .seconds(1), clock: .continuous)
                let before = try wakes(of: thread)
                // Longer than a keep-alive, so that at least one round of pings is in it.
                try await Task.sleep(for: .seconds(12), clock: .continuous)
                #expect(try wakes(of: thread) - before <= 8)
            }
        }
    }

    /// How often a thread of this process has given up the processor to wait.
    private func wakes(of thread: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(thread)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") })
        return try #require(line.split(separator: "\t").last.flatMap { Int($0) })
    }
}
