internal import GatewayCore
internal import Simulation
internal import Testing

/// That many homes fall silent together says something about who listens, not about who lives there.
@Suite struct CollectorSilenceTests {
    /// So many homes, each seen every ten minutes of a day from midnight, save from one hour to another.
    private func recording(homes: Int, silentFrom: Int, to end: Int, except alone: Int? = nil) throws -> ActivityRecording {
        var text = "patient_id,location_name,date\n"
        for home in 0..<homes {
            for minute in stride(from: home, to: 1_440, by: 10) {
                let isOut = minute >= silentFrom * 60 && minute < end * 60 && home != alone
                guard !isOut else { continue }
                let clock = "\((minute / 60).padded(to: 2)):\((minute % 60).padded(to: 2))"
                text += "h\(home),hall,2019-06-03 \(clock):00\n"
            }
        }
        return try ActivityReader.read(Array(text.utf8))
    }

    @Test func `what all homes miss is a gap from an hour later until the next sign of any`() throws {
        let gaps = CollectorSilence().gaps(in: try recording(homes: 6, silentFrom: 8, to: 20))
        #expect(gaps.map(\.from.rfc3339) == ["2019-06-03T07:55:00.000Z"])
        #expect(gaps.map(\.to.rfc3339) == ["2019-06-03T19:00:00.000Z"])
    }

    @Test func `while one home is heard, or only few are known, there is none`() throws {
        #expect(CollectorSilence().gaps(in: try recording(homes: 6, silentFrom: 8, to: 20, except: 3)) == [])
        #expect(CollectorSilence().gaps(in: try recording(homes: 4, silentFrom: 8, to: 20)) == [])
        #expect(CollectorSilence().gaps(in: try recording(homes: 6, silentFrom: 8, to: 8)) == [])
    }

    @Test func `a gap is a fault of the path, and nobody counts as inactive in it`() throws {
        let recording = try recording(homes: 6, silentFrom: 8, to: 20)
        let gaps = CollectorSilence().gaps(in: recording)
        let replayed = ReplayedHome(recording.homes[0])
        let blind = HomeReplay().run(replayed.plan, replayed.readings, paths: replayed.paths(gaps))
        #expect(blind.alerts.filter(\.isPersonal) == [])
        #expect(blind.alerts.map(\.kind) == [.intakeFault])
        #expect(blind.gaps.map(\.from) == gaps.map(\.from) && blind.gaps.map(\.to) == gaps.map(\.to))
        let unaware = HomeReplay().run(replayed.plan, replayed.readings)
        #expect(unaware.alerts.contains { $0.kind == .inactivity && $0.isPersonal }, "Without it somebody is called.")
    }

    @Test func `who is silent while others are heard is called about`() throws {
        let recording = try recording(homes: 6, silentFrom: 8, to: 20, except: 3)
        let gaps = CollectorSilence().gaps(in: recording)
        let replayed = ReplayedHome(recording.homes[0])
        let report = HomeReplay().run(replayed.plan, replayed.readings, paths: replayed.paths(gaps))
        #expect(report.alerts.contains { $0.kind == .inactivity && $0.raised != nil })
    }
}
