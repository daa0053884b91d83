import GatewayCore

/// A block of readings read back.
enum ReadingBlock {
    /// - Throws: `ByteReader.Malformed` when the bytes are no block. Capabilities that this version does
    ///   not know are an error too: nothing is guessed.
    static func readings(from reader: inout ByteReader) throws(ByteReader.Malformed) -> [Reading] {
        guard try reader.byte() == ReadingBlockWriter.version else { throw ByteReader.Malformed() }
        let series = try dictionaries(&reader)
        let count = try reader.count()
        var readings: [Reading] = []
        readings.reserveCapacity(count)
        var cursor = Cursor(values: Array(repeating: 0, count: series.count))
        while readings.count < count {
            let (size, moment) = try cursor.group(&reader)
            guard size > 0, size <= count - readings.count else { throw ByteReader.Malformed() }
            for _ in 0..<size { readings.append(try cursor.reading(&reader, of: series, at: moment)) }
        }
        return readings
    }

    private static func dictionaries(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> [ReadingSeries] {
        var devices: [DeviceID] = []
        for _ in 0..<(try reader.count()) {
            devices.append(DeviceID(try reader.text()))
        }
        var capabilities: [Capability] = []
        for _ in 0..<(try reader.count()) {
            guard let capability = Capability(rawValue: try reader.text()) else { throw ByteReader.Malformed() }
            capabilities.append(capability)
        }
        var series: [ReadingSeries] = []
        for _ in 0..<(try reader.count()) {
            let device = try reader.unsigned()
            let capability = try reader.unsigned()
            guard device < UInt64(devices.count), capability < UInt64(capabilities.count),
                let entry = ReadingSeries(
                    device: devices[Int(device)], capability: capabilities[Int(capability)], flags: try reader.byte())
            else { throw ByteReader.Malformed() }
            series.append(entry)
        }
        return series
    }

    /// What the next group and reading are told relative to.
    private struct Cursor {
        var values: [Int64]
        var boot: Int64 = 0
        var wall: Int64 = 0
        var lastSeries: Int64 = -1

        mutating func group(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> (Int, Moment) {
            let head = try reader.unsigned()
            let step = try reader.signed()
            boot = boot &+ step
            wall = wall &+ step / 1_000_000 &+ (try reader.signed())
            let quality: ClockQuality
            switch head & 3 {
            case 0: quality = .synchronised
            case 1: quality = .holdover
            case 2: quality = .unsynchronised
            default: throw ByteReader.Malformed()
            }
            let moment = Moment(
                boot: BootTime(nanoseconds: boot), wall: WallTime(milliseconds: wall), quality: quality)
            return (Int(head >> 2), moment)
        }

        mutating func reading(
            _ reader: inout ByteReader, of series: [ReadingSeries], at moment: Moment
        ) throws(ByteReader.Malformed) -> Reading {
            lastSeries = lastSeries &+ 1 &+ (try reader.signed())
            guard lastSeries >= 0, lastSeries < Int64(series.count) else { throw ByteReader.Malformed() }
            let index = Int(lastSeries)
            let entry = series[index]
            var occurred: WallTime?
            if entry.saysWhen { occurred = WallTime(milliseconds: wall &- (try reader.signed())) }
            let count = entry.saysCount ? try reader.signed() : nil
            let value: ReadingValue
            switch entry.capability.kind {
            case .event: value = .happened
            case .state: value = .state(entry.state)
            case .number:
                values[index] = values[index] &+ (try change(&reader))
                value = .number(Quantity(thousandths: values[index]))
            }
            return Reading(
                device: entry.device, capability: entry.capability, value: value, moment: moment,
                occurred: occurred, freshness: entry.freshness, isRedelivered: entry.isRedelivered,
                count: count)
        }

        private func change(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> Int64 {
            let written = try reader.unsigned()
            if written == .max { return try reader.signed() }
            var change = ByteWriter.unfolded(written >> 2)
            for _ in 0..<(written & 3) { change = change &* 10 }
            return change
        }
    }
}
