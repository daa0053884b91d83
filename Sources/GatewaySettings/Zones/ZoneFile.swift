internal import GatewayCore

/// A TZif file (RFC 9636): the changes of a zone's offset that are known, and the rule for those to come.
struct ZoneFile {
    /// Seconds since 1970, in order.
    private var times: [Int64] = []
    /// Seconds east of UTC from each of them on.
    private var offsets: [Int] = []
    private var firstOffset = 0
    /// Nil where the last offset holds for ever.
    private var rule: ZoneRule?

    /// Nil for what is no such file, or one that counts leap seconds.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard var header = Header(&reader) else { return nil }
        var isLong = false
        if header.version >= 0x32 {
            // The first block is for readers of 1988; the one behind it has times of 64 bits.
            guard reader.skip(header.length(ofTimes: 4)), let second = Header(&reader) else { return nil }
            header = second
            isLong = true
        }
        guard read(header, isLong, &reader) else { return nil }
        if isLong {
            guard let text = reader.footer else { return nil }
            if !text.isEmpty {
                guard let rule = ZoneRule(text) else { return nil }
                self.rule = rule
            }
        }
    }

    private mutating func read(_ header: Header, _ isLong: Bool, _ reader: inout Reader) -> Bool {
        guard header.leaps == 0, header.types > 0 else { return false }
        var last = Int64.min
        for _ in 0..<header.times {
            guard let time = isLong ? reader.integer(8) : reader.integer(4), time > last, time < Self.latestTime
            else { return false }
            times.append(time)
            last = time
        }
        var kinds: [Int] = []
        for _ in 0..<header.times {
            guard let kind = reader.byte(), kind < header.types else { return false }
            kinds.append(Int(kind))
        }
        var known: [Int] = []
        for _ in 0..<header.types {
            // Offset, whether it is summer time, and where its name stands.
            guard let offset = reader.integer(4), abs(offset) <= Self.largestOffset, reader.skip(2)
            else { return false }
            known.append(Int(offset))
        }
        offsets = kinds.map { known[$0] }
        firstOffset = known[0]
        return reader.skip(header.letters + header.standards + header.universals)
    }

    /// RFC 9636, section 3.2: offsets lie within a day and an hour or so.
    private static let largestOffset: Int64 = 93_600

    /// The changes within some years.
    func table(name: String, years: ClosedRange<Int>) -> ZoneTable {
        let start = Int64(CivilTime.day(year: years.lowerBound, month: 1, day: 1)) * 86_400
        var first = firstOffset
        var offset = firstOffset
        var transitions: [ZoneTable.Transition] = []
        for change in changes(to: years) {
            if change.time <= start {
                first = change.offset
            } else if change.offset != offset {
                transitions.append(.init(at: WallTime(milliseconds: change.time * 1_000), offset: change.offset))
            }
            offset = change.offset
        }
        return ZoneTable(name: name, firstOffset: first, transitions: transitions)
    }

    /// What is written down, and then what the rule says until the end of the years. One change at a time.
    private func changes(to years: ClosedRange<Int>) -> [(time: Int64, offset: Int)] {
        var changes = zip(times, offsets).map { (time: $0, offset: $1) }
        if let rule {
            let last = times.last ?? -Self.latestTime
            // From the year before, to know how the first one begins.
            let known = CivilTime(WallTime(milliseconds: max(last, -Self.latestTime) * 1_000)).year
            let from = max(known, years.lowerBound - 1)
            if times.isEmpty { changes = [(time: -Self.latestTime, offset: rule.standardOffset)] }
            for year in from...max(from, years.upperBound) {
                changes += rule.changes(in: year).filter { $0.time > last }
            }
        }
        // Summer time for the whole year ends and begins at one moment.
        var ordered: [(time: Int64, offset: Int)] = []
        let sorted = changes.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
        for change in sorted.map(\.element) {
            if ordered.last?.time == change.time { ordered.removeLast() }
            ordered.append(change)
        }
        return ordered
    }

    /// The year 36812: whatever is beyond is no date.
    private static let latestTime: Int64 = 1 << 40

    /// The beginning of a block: what is in it, and how much.
    private struct Header {
        var version: UInt8
        var universals: Int
        var standards: Int
        var leaps: Int
        var times: Int
        var types: Int
        var letters: Int

        init?(_ reader: inout Reader) {
            guard reader.bytes(4) == Array("TZif".utf8), let version = reader.byte(), reader.skip(15)
            else { return nil }
            var counts: [Int] = []
            for _ in 0..<6 {
                guard let count = reader.integer(4), (0...Int64(SettingsLimits.zoneBytes)).contains(count) else {
                    return nil
                }
                counts.append(Int(count))
            }
            self.version = version
            (universals, standards, leaps) = (counts[0], counts[1], counts[2])
            (times, types, letters) = (counts[3], counts[4], counts[5])
        }

        func length(ofTimes width: Int) -> Int {
            times * (width + 1) + types * 6 + letters + leaps * (width + 4) + standards + universals
        }
    }

    private struct Reader {
        private let all: [UInt8]
        private var place = 0

        init(bytes: [UInt8]) { all = bytes }

        mutating func bytes(_ count: Int) -> [UInt8]? {
            guard count >= 0, count <= all.count - place else { return nil }
            defer { place += count }
            return Array(all[place..<(place + count)])
        }

        mutating func skip(_ count: Int) -> Bool {
            guard count >= 0, count <= all.count - place else { return false }
            place += count
            return true
        }

        mutating func byte() -> UInt8? { bytes(1)?.first }

        /// Big-endian two's complement of 4 or 8 bytes.
        mutating func integer(_ width: Int) -> Int64? {
            guard let bytes = bytes(width) else { return nil }
            let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
        }

        /// The line between the last two line feeds.
        var footer: String? {
            let rest = all[place...]
            guard rest.first == 0x0a, rest.count >= 2, rest.last == 0x0a else { return nil }
            return String(validating: rest.dropFirst().dropLast(), as: UTF8.self)
        }
    }
}
