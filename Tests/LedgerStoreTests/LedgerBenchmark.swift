import GatewayCore
import GatewayTesting
import Glibc
import LedgerStore
import Testing

/// Figures, not promises: `PULLCORD_BENCHMARK=/path/on/the/disk swift test -c release --filter LedgerBenchmark`.
@Suite(.enabled(if: getenv("PULLCORD_BENCHMARK") != nil), .serialized) struct LedgerBenchmark {
    /// A folder on the disk to be measured.
    private func withDisk(_ body: (SQLiteLedger, String) throws -> Void) throws {
        let folder = String(cString: getenv("PULLCORD_BENCHMARK")) + "/ledger-benchmark-\(getpid())"
        defer {
            for name in names(in: folder) { unlink(folder + "/" + name) }
            rmdir(folder)
        }
        try body(try SQLiteLedger(folder: folder, stateType: LedgerSamples.stateType(ofKind:)), folder)
    }

    private func cpu() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private func seconds(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func written() -> Int64 {
        guard let text = try? bytes(of: "/proc/self/io", atMost: 4_096) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix("write_bytes: ") }
        return line.flatMap { Int64($0.dropFirst(13)) } ?? 0
    }

    private func bytes(of path: String, atMost limit: Int) throws -> String {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = read(descriptor, &buffer, limit)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    @Test func `a press's transaction`() throws {
        try withDisk { ledger, folder in
            let name = try ledger.restore().ledger
            let turns = (1...2_000 as ClosedRange<Int64>).map { LedgerSamples.turn($0, ledger: name) }
            for number in 0..<200 {
                try ledger.record(turns[number], at: LedgerSamples.mark(Int64(number)), durably: true)
            }
            var times: [Double] = []
            let (cpuBefore, bytesBefore) = (cpu(), written())
            for number in 200..<2_000 {
                let begin = seconds()
                try ledger.record(turns[number], at: LedgerSamples.mark(Int64(number)), durably: true)
                times.append(seconds() - begin)
            }
            let count = Double(times.count)
            times.sort()
            print(
                "press: CPU \((cpu() - cpuBefore) / count * 1e6) µs, p50 \(times[times.count / 2] * 1e3) ms, p99",
                "\(times[times.count * 99 / 100] * 1e3) ms, written \(Double(written() - bytesBefore) / count) bytes")
        }
    }

    @Test func `a hundred thousand sensor messages of four readings`() throws {
        try withDisk { ledger, folder in
            _ = try ledger.restore()
            var numbers = SeededNumbers(seed: 1)
            var states = (0..<200).map { DeviceState(device: DeviceID("bench-sensor-\($0)")) }
            let (cpuBefore, bytesBefore, begin) = (cpu(), written(), seconds())
            for message in 0..<100_000 as Range<Int64> {
                let device = Int(message % 200)
                let moment = LedgerSamples.moment(message)
                var changes: [Change] = []
                for (capability, range, step) in [
                    (Capability.temperature, 18_000...24_000, 10), (.humidity, 35_000...60_000, 10),
                    (.battery, 90_000...95_000, 1_000), (.linkQuality, 60_000...180_000, 1_000),
                ] as [(Capability, ClosedRange<Int64>, Int64)] {
                    let value = Quantity(thousandths: Int64.random(in: range, using: &numbers) / step * step)
                    let reading = Reading(
                        device: states[device].device, capability: capability, value: .number(value), moment: moment)
                    states[device].take(reading)
                    changes.append(.reading(reading))
                }
                changes.append(.device(states[device]))
                try ledger.record(changes, at: LedgerSamples.mark(message), durably: false)
            }
            try ledger.flush(at: LedgerSamples.mark(100_000))
            print(
                "400,000 readings: \(seconds() - begin) s, CPU \(cpu() - cpuBefore) s, written",
                "\(Double(written() - bytesBefore) / 1e6) MB")
            try ledger.close(at: LedgerSamples.mark(100_001))
        }
    }

    @Test func `a start with an hour of readings to replay`() throws {
        try withDisk { ledger, folder in
            _ = try ledger.restore()
            for number in 0..<60_000 as Range<Int64> {
                try ledger.record(
                    [.reading(LedgerSamples.temperature(number, device: number % 200))],
                    at: LedgerSamples.mark(number), durably: number % 500 == 0)
            }
            try ledger.flush(at: LedgerSamples.mark(60_000))
            let begin = seconds()
            let snapshot = try ledger.restore()
            print("restore of \(snapshot.devices.count) devices: \((seconds() - begin) * 1e3) ms")
        }
    }
}
