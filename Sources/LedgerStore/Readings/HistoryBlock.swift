import GatewayCore

/// One row of the history: the readings of a flush, and the time mark of that flush, so that a routine
/// flush touches no other page.
struct HistoryBlock {
    var mark: TimeMark
    var readings: [Reading]

    static func body(mark: TimeMark, block: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.moment(mark.moment)
        writer.text(mark.bootID)
        writer.signed(mark.offset)
        return writer.bytes + block
    }

    /// - Throws: `ByteReader.Malformed` when the body is no such row.
    init(body: [UInt8]) throws(ByteReader.Malformed) {
        var reader = ByteReader(body)
        mark = try Self.mark(&reader)
        readings = try ReadingBlock.readings(from: &reader)
        guard reader.isAtEnd else { throw ByteReader.Malformed() }
    }

    /// The mark alone, without unpacking the readings.
    static func mark(of body: [UInt8]) throws(ByteReader.Malformed) -> TimeMark {
        var reader = ByteReader(body)
        return try mark(&reader)
    }

    private static func mark(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> TimeMark {
        let moment = try reader.moment()
        let bootID = try reader.text()
        return TimeMark(moment: moment, bootID: bootID, offset: try reader.signed())
    }
}

extension ByteWriter {
    mutating func moment(_ moment: Moment) {
        signed(moment.boot.nanoseconds)
        signed(moment.wall.milliseconds)
        text(moment.quality.rawValue)
    }
}

extension ByteReader {
    mutating func moment() throws(Malformed) -> Moment {
        let boot = BootTime(nanoseconds: try signed())
        let wall = WallTime(milliseconds: try signed())
        guard let quality = ClockQuality(rawValue: try text()) else { throw Malformed() }
        return Moment(boot: boot, wall: wall, quality: quality)
    }
}
