import ArgumentParser
import Foundation
import GatewayDaemon
import Simulation

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let the rules see a recording of activity in homes, as fast as they can, and count their alerts.",
        discussion: """
            Each home of the recording gets a motion sensor or contact for each place, and rules about inactivity. \
            The same engine as in the gateway runs through it in virtual time. The file is a table with a head \
            line (CSV); its times are those of clocks in the United Kingdom. `-` reads standard input: \
            gzip -dc Activity.csv.gz | pullcord replay -
            Ends with 1 when a line could not be read.
            """
    )

    @Argument(help: ArgumentHelp("The recording, or - for standard input.", valueName: "file"))
    var file: String

    @Option(help: "The column with the home.") var homeColumn = ActivityColumns.tihm.home
    @Option(help: "The column with the sensor's place.") var placeColumn = ActivityColumns.tihm.place
    @Option(help: "The column with the local time, 2019-06-28 13:03:29.") var timeColumn = ActivityColumns.tihm.time
    @Flag(help: "Say on standard error how far it is.") var progress = false
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let recording = try read()
        var stories: [ReplayStory] = []
        for (number, home) in recording.homes.enumerated() {
            if progress { Output.complain("\(home.name), home \(number + 1) of \(recording.homes.count)") }
            let replayed = ReplayedHome(home)
            stories.append(ReplayStory(HomeReplay().run(replayed.plan, replayed.readings)))
        }
        let summary = ReplaySummary(
            homes: stories, badLines: recording.badLines, milliseconds: Self.milliseconds(clock.now - start))
        if json {
            try Output.json(summary)
        } else {
            for line in summary.lines { Output.line(line) }
        }
        for problem in recording.problems { Output.complain("line \(problem.line): \(problem.text)") }
        if recording.badLines > 0 || stories.contains(where: \.isStuck) {
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
        }
    }

    private func read() throws -> ActivityRecording {
        let columns = ActivityColumns(home: homeColumn, place: placeColumn, time: timeColumn)
        do {
            return try ActivityReader.read(try bytes(), columns: columns)
        } catch let error as ActivityRecordingError {
            Output.complain(error.description)
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.usage.rawValue)
        }
    }

    private func bytes() throws -> [UInt8] {
        let limit = ReplayLimits.fileBytes
        do {
            let handle =
                file == "-"
                ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            var bytes: [UInt8] = []
            while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
                bytes.append(contentsOf: part)
                if bytes.count > limit { break }
            }
            if bytes.count <= limit { return bytes }
            Output.complain("\(file) is larger than \(limit >> 20) MiB.")
        } catch {
            Output.complain("\(file) cannot be read: \(error.localizedDescription)")
        }
        throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.inputOutput.rawValue)
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}
