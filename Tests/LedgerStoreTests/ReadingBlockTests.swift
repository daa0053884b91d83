import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

@Suite struct ReadingBlockTests {
    private func packed(_ readings: [Reading]) -> [UInt8] {
        var writer = ReadingBlockWriter()
        for reading in readings { writer.append(reading) }
        return writer.finished()
    }

    private func unpacked(_ bytes: [UInt8]) throws -> [Reading] {
        var reader = ByteReader(bytes)
        let readings = try ReadingBlock.readings(from: &reader)
        #expect(reader.isAtEnd)
        return readings
    }

    /// Readings of any shape, from a seed.
    private func anyReadings(_ count: Int, seed: UInt64) -> [Reading] {
        var numbers = SeededNumbers(seed: seed)
        var moment = LedgerSamples.moment(0)
        return (0..<count).map { _ in
            if Int.random(in: 0..<3, using: &numbers) == 0 {
                moment.boot.nanoseconds &+= Int64.random(in: -1_000...10_000_000_000, using: &numbers)
                moment.wall.milliseconds &+= Int64.random(in: -5_000...20_000, using: &numbers)
                moment.quality = ClockQuality.allCases[Int.random(in: 0..<3, using: &numbers)]
            }
            let capability = Capability.allCases[Int.random(in: 0..<Capability.allCases.count, using: &numbers)]
            let value: ReadingValue =
                switch capability.kind {
                case .event: .happened
                case .state: .state(Bool.random(using: &numbers))
                case .number: .number(Quantity(thousandths: Int64.random(in: -90_000...90_000, using: &numbers)))
                }
            let isOld = Int.random(in: 0..<4, using: &numbers) == 0
            return Reading(
                device: DeviceID("device-\(Int.random(in: 0..<9, using: &numbers))"), capability: capability,
                value: value, moment: moment,
                occurred: isOld ? moment.wall - .seconds(Int64.random(in: -10...500, using: &numbers)) : nil,
                freshness: [.live, .retained, .restated][Int.random(in: 0..<3, using: &numbers)],
                isRedelivered: Bool.random(using: &numbers),
                count: Bool.random(using: &numbers) ? Int64.random(in: -3...70_000, using: &numbers) : nil)
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `readings of any shape come back as they were`(seed: UInt64) throws {
        let readings = anyReadings(Int(seed) * 7, seed: seed)
        #expect(try unpacked(packed(readings)) == readings)
    }

    @Test func `the largest and smallest numbers and times come back`() throws {
        let extremes: [Int64] = [.min, .max, 0, -1, 1, .min + 1, .max - 1, 1 << 61, -(1 << 61), 1_000, 7]
        var readings: [Reading] = []
        for boot in extremes {
            for value in extremes {
                readings.append(
                    Reading(
                        device: DeviceID(""), capability: .energy, value: .number(Quantity(thousandths: value)),
                        moment: Moment(
                            boot: BootTime(nanoseconds: boot), wall: WallTime(milliseconds: value),
                            quality: .unsynchronised),
                        occurred: WallTime(milliseconds: boot), count: value))
            }
        }
        #expect(try unpacked(packed(readings)) == readings)
    }

    @Test func `a block can be finished and still grow`() throws {
        let readings = anyReadings(90, seed: 3)
        var writer = ReadingBlockWriter()
        for (index, reading) in readings.enumerated() {
            writer.append(reading)
            if index % 10 == 0 { #expect(try unpacked(writer.finished()) == Array(readings.prefix(index + 1))) }
        }
        #expect(writer.count == 90)
    }

    @Test func `sensor messages of four readings cost less than six bytes a reading`() {
        var numbers = SeededNumbers(seed: 11)
        var writer = ReadingBlockWriter()
        for message in 0..<LedgerLimits.pendingReadings / 4 {
            let device = DeviceID("bench-sensor-\(message % 200)")
            var moment = LedgerSamples.moment(0)
            moment.boot.nanoseconds += Int64(message) * 31_415_926
            moment.wall.milliseconds += Int64(message) * 31
            for (capability, range) in [
                (Capability.temperature, 18_000...24_000), (.humidity, 35_000...60_000), (.battery, 90_000...95_000),
                (.linkQuality, 60_000...180_000),
            ] as [(Capability, ClosedRange<Int64>)] {
                let step: Int64 = capability == .temperature || capability == .humidity ? 10 : 1_000
                let value = Int64.random(in: range, using: &numbers) / step * step
                writer.append(
                    Reading(
                        device: device, capability: capability, value: .number(Quantity(thousandths: value)),
                        moment: moment))
            }
        }
        let cost = Double(writer.finished().count) / Double(writer.count)
        #expect(cost < 6, "\(cost) bytes a reading")
        #expect(writer.arrivals == writer.count / 4)
    }

    @Test func `bytes that are no block are refused, never a crash`() {
        let good = packed(anyReadings(60, seed: 5))
        var numbers = SeededNumbers(seed: 6)
        for length in 0..<good.count {
            var reader = ByteReader(Array(good.prefix(length)))
            #expect(throws: ByteReader.Malformed.self) { try ReadingBlock.readings(from: &reader) }
        }
        for _ in 0..<5_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            var reader = ByteReader(bytes)
            _ = try? ReadingBlock.readings(from: &reader)
        }
    }

    @Test func `a device row comes back as it was`() throws {
        var state = DeviceState(device: DeviceID("kitchen"))
        for reading in anyReadings(40, seed: 9) {
            var mine = reading
            mine.device = state.device
            state.take(mine)
        }
        let row = try DeviceRow(body: DeviceRow(state: state, through: 77).body)
        #expect(row.state == state)
        #expect(row.through == 77)
        let silent = DeviceState(device: DeviceID("attic"))
        #expect(try DeviceRow(body: DeviceRow(state: silent, through: 0).body).state == silent)
    }
}
