package import GatewayCore

/// Reads a recording in the form of TIHM's Activity.csv: a head line, then a line for each firing with the home,
/// the place and the local time. Other columns are passed over.
///
/// What is wrong with a line is noted with its number, and the line left out.
package struct ActivityReader {
    private let columns: ActivityColumns
    private let zone: ZoneTable
    private var recording = ActivityRecording()
    private var homesByName: [String: Int] = [:]
    /// The bytes of the newest home's name, and of its places: most lines are of the home of the line before.
    private var newest: (name: [UInt8], home: Int)?
    private var placeNames: [[[UInt8]]] = []
    /// The fields of the line at hand, within it.
    private var fields: [Range<Int>] = []

    /// The columns that are wanted, counted from 0.
    private struct Places {
        var home: Int?
        var place: Int
        var time: Int
        var value: Int?

        var last: Int { max(home ?? 0, place, time, value ?? 0) }
    }

    private init(_ columns: ActivityColumns, _ zone: ZoneTable) {
        self.columns = columns
        self.zone = zone
    }

    /// - Parameter bytes: the file; UTF-8 with or without a byte order mark, lines ended by LF or CR LF.
    /// - Throws: when the head line lacks a column.
    package static func read(
        _ bytes: [UInt8], columns: ActivityColumns = .tihm, zone: ZoneTable = .london
    ) throws(ActivityRecordingError) -> ActivityRecording {
        var reader = ActivityReader(columns, zone)
        try reader.read(bytes)
        return reader.recording
    }

    private mutating func read(_ bytes: [UInt8]) throws(ActivityRecordingError) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var places: Places?
        while start < bytes.count {
            let newline = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let end = newline > start && bytes[newline - 1] == 0x0D ? newline - 1 : newline
            recording.lines += 1
            if let places {
                if end > start { take(bytes, start..<end, places) }
            } else {
                places = try head(bytes, start..<end)
            }
            start = newline + 1
        }
        guard places != nil else { throw ActivityRecordingError(description: "The file has no head line.") }
        for place in recording.homes.indices { recording.homes[place].sort() }
    }

    // MARK: - The head line

    private mutating func head(
        _ bytes: [UInt8], _ line: Range<Int>
    ) throws(ActivityRecordingError) -> Places {
        guard line.count <= ReplayLimits.lineBytes, split(bytes, line, upTo: ReplayLimits.columns) else {
            throw ActivityRecordingError(description: "Line 1 is no head line of a table.")
        }
        let names = fields.map { Self.text(bytes, $0) }
        func column(_ name: String) throws(ActivityRecordingError) -> Int {
            if let place = names.firstIndex(of: name) { return place }
            throw ActivityRecordingError(description: "The head line has no column \"\(name)\".")
        }
        var places = Places(place: try column(columns.place), time: try column(columns.time))
        if let home = columns.home { places.home = try column(home) }
        if let value = columns.value { places.value = try column(value) }
        return places
    }

    // MARK: - Lines

    private mutating func take(_ bytes: [UInt8], _ line: Range<Int>, _ places: Places) {
        guard line.count <= ReplayLimits.lineBytes else { return note("The line is too long.") }
        guard split(bytes, line, upTo: places.last + 1) else {
            return note("A quotation mark is never closed, or text follows it.")
        }
        guard fields.count > places.last else {
            return note("The line has too few columns.")
        }
        guard let local = LocalTimestamp.milliseconds(bytes, fields[places.time]) else {
            return note("The time is not of the form 2019-06-28 13:03:29.")
        }
        var value: RecordedValue?
        if let column = places.value {
            value = RecordedValue(Self.text(bytes, fields[column]))
            guard value != nil else { return note("The value is neither a state, such as on or off, nor a number.") }
        }
        guard let home = places.home.map({ home(bytes, fields[$0]) }) ?? onlyHome() else { return }
        guard let place = place(bytes, fields[places.place], of: home) else { return }
        let firing = ActivityHome.Firing(at: zone.wall(ofLocal: local), place: place, value: value)
        recording.homes[home].firings.append(firing)
    }

    private mutating func note(_ text: String) {
        recording.note(text, line: recording.lines)
    }

    /// Of a recording that names no homes.
    private mutating func onlyHome() -> Int? {
        if recording.homes.isEmpty {
            recording.homes.append(ActivityHome(name: ""))
            placeNames.append([])
        }
        return 0
    }

    private mutating func home(_ bytes: [UInt8], _ field: Range<Int>) -> Int? {
        if let newest, newest.name.elementsEqual(bytes[field]) { return newest.home }
        guard let name = name(bytes, field) else { return nil }
        let known = homesByName[name]
        if known == nil, recording.homes.count >= ReplayLimits.homes {
            note("There are too many homes.")
            return nil
        }
        let home = known ?? recording.homes.count
        if known == nil {
            homesByName[name] = home
            recording.homes.append(ActivityHome(name: name))
            placeNames.append([])
        }
        newest = (Array(bytes[field]), home)
        return home
    }

    private mutating func place(_ bytes: [UInt8], _ field: Range<Int>, of home: Int) -> Int? {
        if let place = placeNames[home].firstIndex(where: { $0.elementsEqual(bytes[field]) }) { return place }
        guard let name = name(bytes, field) else { return nil }
        guard placeNames[home].count < ReplayLimits.places else {
            note("The home has too many places.")
            return nil
        }
        placeNames[home].append(Array(bytes[field]))
        recording.homes[home].places.append(name)
        return placeNames[home].count - 1
    }

    private mutating func name(_ bytes: [UInt8], _ field: Range<Int>) -> String? {
        let name = Self.text(bytes, field)
        let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard !name.isEmpty, field.count <= ReplayLimits.nameBytes, isPlain else {
            note("A name is empty, too long or has control characters.")
            return nil
        }
        return name
    }

    // MARK: - Fields

    /// Finds the first fields of a line; quoted ones without their quotation marks (RFC 4180, save that a field
    /// stays on its line).
    private mutating func split(_ bytes: [UInt8], _ line: Range<Int>, upTo count: Int) -> Bool {
        fields.removeAll(keepingCapacity: true)
        var start = line.lowerBound
        while fields.count < count {
            if start < line.upperBound, bytes[start] == 0x22 {
                guard let end = Self.closing(bytes, start + 1..<line.upperBound) else { return false }
                fields.append(start + 1..<end)
                guard end + 1 < line.upperBound else { return true }
                guard bytes[end + 1] == 0x2C else { return false }
                start = end + 2
            } else {
                let end = bytes[start..<line.upperBound].firstIndex(of: 0x2C) ?? line.upperBound
                fields.append(start..<end)
                guard end < line.upperBound else { return true }
                start = end + 1
            }
        }
        return true
    }

    /// The closing quotation mark: one that no second follows.
    private static func closing(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] == 0x22 {
                guard place + 1 < range.upperBound, bytes[place + 1] == 0x22 else { return place }
                place += 1
            }
            place += 1
        }
        return nil
    }

    /// The field as text; a doubled quotation mark is one.
    private static func text(_ bytes: [UInt8], _ field: Range<Int>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(field.count)
        var wasQuote = false
        for byte in bytes[field] {
            if byte == 0x22, wasQuote {
                wasQuote = false
                continue
            }
            wasQuote = byte == 0x22
            plain.append(byte)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

extension ActivityHome {
    /// Into order of time; what is at the same time keeps its order.
    fileprivate mutating func sort() {
        guard zip(firings, firings.dropFirst()).contains(where: { $1.at < $0.at }) else { return }
        firings = firings.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
