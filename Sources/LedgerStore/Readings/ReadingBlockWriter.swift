import GatewayCore

/// Packs readings into a block as they come, about five bytes each.
///
/// Layout, after the version: the dictionaries (device names, capability names, series), then the readings
/// in groups that share a moment. A group is its size and clock quality, the boot time since the group
/// before, and by how much the wall clock's step differs from it (mostly 0). A reading is its series, as
/// the distance from the one after the last (0 when a device repeats itself in order), then, where the
/// series says so, the age and the count its device gave it, and for numbers the change since the series'
/// last value with its decimal zeros taken off.
struct ReadingBlockWriter {
    static let version: UInt8 = 1

    private(set) var count = 0
    /// Runs of readings of one device and moment, each capability once: arrivals as far as can be told
    /// afterwards.
    private(set) var arrivals = 0
    /// The earliest and latest wall time in the block.
    private(set) var firstWall = WallTime(milliseconds: .max)
    private(set) var lastWall = WallTime(milliseconds: .min)

    private var series: [ReadingSeries] = []
    private var indexOfSeries: [ReadingSeries: Int] = [:]
    private var lastValues: [Int64] = []
    private var lastSeries = -1

    private var groups = ByteWriter()
    private var group = ByteWriter()
    private var groupCount: UInt64 = 0
    private var groupMoment: Moment?
    private var arrivalDevice: DeviceID?
    private var arrivalCapabilities: [Capability] = []
    private var lastBoot: Int64 = 0
    private var lastWallOfGroup: Int64 = 0

    mutating func append(_ reading: Reading) {
        if reading.moment != groupMoment { beginGroup(at: reading.moment) }
        if reading.device != arrivalDevice || arrivalCapabilities.contains(reading.capability) {
            arrivals += 1
            arrivalDevice = reading.device
            arrivalCapabilities.removeAll(keepingCapacity: true)
        }
        arrivalCapabilities.append(reading.capability)
        let index = index(of: ReadingSeries(reading))
        group.signed(Int64(index &- (lastSeries &+ 1)))
        lastSeries = index
        if let occurred = reading.occurred {
            group.signed(reading.moment.wall.milliseconds &- occurred.milliseconds)
        }
        if let count = reading.count { group.signed(count) }
        if case .number(let quantity) = reading.value {
            write(change: quantity.thousandths &- lastValues[index])
            lastValues[index] = quantity.thousandths
        }
        groupCount += 1
        count += 1
    }

    /// The block as it stands; more can be appended afterwards.
    func finished() -> [UInt8] {
        var copy = self
        copy.endGroup()
        var block = ByteWriter()
        block.byte(Self.version)
        copy.writeDictionaries(to: &block)
        block.unsigned(UInt64(count))
        block.append(copy.groups)
        return block.bytes
    }

    /// Empties it for the next block.
    mutating func removeAll() { self = ReadingBlockWriter() }

    private mutating func beginGroup(at moment: Moment) {
        endGroup()
        groupMoment = moment
        arrivalDevice = nil
        firstWall = min(firstWall, moment.wall)
        lastWall = max(lastWall, moment.wall)
    }

    private mutating func endGroup() {
        guard let moment = groupMoment else { return }
        let quality: UInt64 =
            switch moment.quality {
            case .synchronised: 0
            case .holdover: 1
            case .unsynchronised: 2
            }
        groups.unsigned(groupCount << 2 | quality)
        let step = moment.boot.nanoseconds &- lastBoot
        groups.signed(step)
        groups.signed(moment.wall.milliseconds &- lastWallOfGroup &- step / 1_000_000)
        groups.append(group)
        lastBoot = moment.boot.nanoseconds
        lastWallOfGroup = moment.wall.milliseconds
        group.removeAll()
        groupCount = 0
        groupMoment = nil
    }

    private mutating func index(of wanted: ReadingSeries) -> Int {
        // A device mostly repeats its capabilities in the same order.
        let next = lastSeries + 1
        if next < series.count, series[next] == wanted { return next }
        if let index = indexOfSeries[wanted] { return index }
        series.append(wanted)
        lastValues.append(0)
        indexOfSeries[wanted] = series.count - 1
        return series.count - 1
    }

    /// Two bits say how many decimal zeros were taken off; what then does not fit is written whole after
    /// a mark that no change can have.
    private mutating func write(change: Int64) {
        var rest = change
        var zeros: UInt64 = 0
        while zeros < 3, rest % 10 == 0 {
            rest /= 10
            zeros += 1
        }
        let folded = ByteWriter.folded(rest)
        if folded < 1 << 61 {
            group.unsigned(folded << 2 | zeros)
        } else {
            group.unsigned(.max)
            group.signed(change)
        }
    }

    private func writeDictionaries(to block: inout ByteWriter) {
        var devices: [DeviceID: Int] = [:]
        var capabilities: [Capability: Int] = [:]
        var deviceNames = ByteWriter()
        var capabilityNames = ByteWriter()
        var table = ByteWriter()
        for entry in series {
            if devices[entry.device] == nil {
                devices[entry.device] = devices.count
                deviceNames.text(entry.device.name)
            }
            if capabilities[entry.capability] == nil {
                capabilities[entry.capability] = capabilities.count
                capabilityNames.text(entry.capability.rawValue)
            }
            table.unsigned(UInt64(devices[entry.device] ?? 0))
            table.unsigned(UInt64(capabilities[entry.capability] ?? 0))
            table.byte(entry.flags)
        }
        block.unsigned(UInt64(devices.count))
        block.append(deviceNames)
        block.unsigned(UInt64(capabilities.count))
        block.append(capabilityNames)
        block.unsigned(UInt64(series.count))
        block.append(table)
    }
}
