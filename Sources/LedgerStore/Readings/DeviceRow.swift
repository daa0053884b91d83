import GatewayCore

/// A device's picture as it stands in its row, and how far into the history it reaches.
struct DeviceRow {
    var state: DeviceState
    /// Readings from this ordinal on are not in it yet.
    var through: Int64

    init(state: DeviceState, through: Int64) {
        self.state = state
        self.through = through
    }

    var body: [UInt8] {
        var writer = ByteWriter()
        writer.signed(through)
        writer.text(state.device.name)
        writer.byte(state.heard == nil ? 0 : 1)
        if let heard = state.heard { writer.moment(heard) }
        var block = ReadingBlockWriter()
        for reading in state.latest { block.append(reading) }
        return writer.bytes + block.finished()
    }

    /// - Throws: `ByteReader.Malformed` when the body is no such row.
    init(body: [UInt8]) throws(ByteReader.Malformed) {
        var reader = ByteReader(body)
        through = try reader.signed()
        let device = DeviceID(try reader.text())
        let heard = try reader.byte() == 1 ? try reader.moment() : nil
        let latest = try ReadingBlock.readings(from: &reader)
        guard reader.isAtEnd, latest.allSatisfy({ $0.device == device }) else { throw ByteReader.Malformed() }
        state = DeviceState(device: device, latest: latest, heard: heard)
    }
}
