internal import GatewayCore
internal import Simulation
internal import Testing

/// Recordings are read line by line, and what is wrong is said and left out.
@Suite struct ActivityReaderTests {
    private static let head = "patient_id,location_name,date\r\n"

    private func read(_ text: String, columns: ActivityColumns = .tihm) throws -> ActivityRecording {
        try ActivityReader.read(Array(text.utf8), columns: columns)
    }

    @Test func `homes, places and times are read`() throws {
        let recording = try read(
            Self.head + "a1,kitchen,2019-06-28 13:11:44\r\na1,front-door,2019-06-28 13:13:50\r\nb2,kitchen,2019-01-01 00:00:00\r\n")
        #expect(recording.homes.map(\.name) == ["a1", "b2"])
        #expect(recording.homes[0].places == ["kitchen", "front-door"])
        // Summer time: an hour before what the clock showed.
        #expect(recording.homes[0].firings.map(\.at.rfc3339) == ["2019-06-28T12:11:44.000Z", "2019-06-28T12:13:50.000Z"])
        #expect(recording.homes[1].firings.map(\.at.rfc3339) == ["2019-01-01T00:00:00.000Z"])
        #expect(recording.badLines == 0)
    }

    @Test func `columns may be elsewhere and have other names`() throws {
        let columns = ActivityColumns(home: "home", place: "where", time: "when")
        let recording = try read(
            "\u{FEFF}n,when,extra,where,home\n1,2019-06-28T13:11:44.25,\"x, y\",\"the \"\"den\"\"\",h\n", columns: columns)
        #expect(recording.homes.map(\.name) == ["h"])
        #expect(recording.homes[0].places == ["the \"den\""])
        #expect(recording.homes[0].firings.map(\.at.rfc3339) == ["2019-06-28T12:11:44.250Z"])
    }

    @Test func `lines that are out of order are put in order`() throws {
        let recording = try read(
            Self.head + "a,x,2019-06-28 13:00:00\nb,x,2019-06-28 10:00:00\na,y,2019-06-27 13:00:00\n")
        #expect(recording.homes[0].firings.map(\.place) == [1, 0])
    }

    @Test(arguments: [
        "a,kitchen", "a,kitchen,2019-06-28", "a,kitchen,2019-06-31 10:00:00", "a,kitchen,2019-02-29 10:00:00",
        "a,kitchen,2019-06-28 24:00:00", "a,kitchen,2019-06-28 10:00:00Z", "a,kitchen,2019-06-28 10:00:00.",
        "a,kitchen,2019/06/28 10:00:00", "a,kitchen,1969-06-28 10:00:00", "a,kitchen,x019-06-28 10:00:00",
        ",kitchen,2019-06-28 10:00:00", "a,,2019-06-28 10:00:00", "a,\"kitchen,2019-06-28 10:00:00",
        "a,\"kitchen\"x,2019-06-28 10:00:00", "a,kit\u{7}chen,2019-06-28 10:00:00", ",", "\"", "\"\"",
    ])
    func `a bad line is counted, named and left out`(_ line: String) throws {
        let recording = try read(Self.head + line + "\na,kitchen,2019-06-28 10:00:00\n")
        #expect(recording.badLines == 1)
        #expect(recording.problems.first?.line == 2)
        #expect(recording.problems.first?.text.isEmpty == false)
        #expect(recording.homes.map(\.firings.count) == [1])
    }

    @Test(arguments: ["", "\n", "home,place,date\n", "patient_id\n", "\"patient_id,location_name,date\n", "\u{0}\u{1}\n"])
    func `without its columns a file is refused`(_ text: String) {
        #expect(throws: ActivityRecordingError.self) { try read(text) }
    }

    @Test func `no bytes bring it down`() {
        var chance = Chance(seed: 3)
        let good = Array((Self.head + "a,kitchen,2019-06-28 10:00:00\nb,\"hall\",2019-06-28 10:00:00\n").utf8)
        for _ in 0..<3_000 {
            var bytes = good
            for _ in 0...chance.below(8) {
                let place = Int(chance.below(Int64(bytes.count)))
                switch chance.below(3) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
                case 1: bytes.remove(at: place)
                default: bytes.insert([0x22, 0x2C, 0x0A, 0x0D][Int(chance.below(4))], at: place)
                }
            }
            let recording = try? ActivityReader.read(bytes)
            #expect((recording?.homes.count ?? 0) <= 4)
        }
    }

    @Test func `names and lines without end are refused`() throws {
        let long = String(repeating: "x", count: 5_000)
        let recording = try read(
            Self.head + long + "\n" + String(long.prefix(65)) + ",kitchen,2019-06-28 10:00:00\n"
                + (0..<300).map { "a,place\($0),2019-06-28 10:00:00\n" }.joined())
        #expect(recording.badLines == 2 + 300 - 256)
        #expect(recording.homes[0].places.count == 256)
    }

    @Test func `many bad lines are counted and only the first ones kept`() throws {
        let recording = try read(Self.head + String(repeating: "bad\n", count: 1_000))
        #expect(recording.badLines == 1_000)
        #expect(recording.problems.count == 100)
    }

    @Test(arguments: [
        ("2019-03-31 00:59:59", "2019-03-31T00:59:59.000Z"), ("2019-03-31 02:00:00", "2019-03-31T01:00:00.000Z"),
        // Skipped by the clock.
        ("2019-03-31 01:30:00", "2019-03-31T01:30:00.000Z"),
        // Shown twice: the first time.
        ("2019-10-27 01:30:00", "2019-10-27T00:30:00.000Z"), ("2019-10-27 02:00:00", "2019-10-27T02:00:00.000Z"),
    ])
    func `the nights on which London's clocks change are known`(_ local: String, _ wall: String) throws {
        let recording = try read(Self.head + "a,x,\(local)\n")
        #expect(recording.homes[0].firings.map(\.at.rfc3339) == [wall])
    }
}
