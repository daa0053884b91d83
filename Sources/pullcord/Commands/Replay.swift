import ArgumentParser
import Foundation
import GatewayCore
import GatewayDaemon
import Simulation

struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let the rules see a recorded home, as fast as they can, and show the alerts that would have been.",
        discussion: """
            The recording is a gateway's ledger (its folder or file, also of one that runs), or a table with a head \
            line (CSV), or - for standard input. With -s it is seen by the rules of those settings. Without, or with \
            --homes, each home of a table gets a device for each of its places, and the rules of the packs, or of \
            settings whose rules name their devices by `all`: gzip -dc Activity.csv.gz | pullcord replay -
            The same engine as in the gateway runs through it in virtual time.
            Ends with 1 when a line could not be read.
            """
    )

    @Argument(help: ArgumentHelp("The recording, or - for a table from standard input.", valueName: "recording"))
    var recording: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The root settings file.", valueName: "file"))
    var settings: String?
    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"
    @Option(help: ArgumentHelp("Other settings: show what they would change.", valueName: "file")) var compare: String?
    @Flag(help: "Each home of a table gets devices of its own, in place of those of the settings.") var homes = false
    @Option(name: .customLong("pack"), help: ArgumentHelp("Without settings: the rule packs.", valueName: "name"))
    var packs: [String] = ["inactivity"]
    @Option(help: ArgumentHelp("Of a table with several homes only this one.", valueName: "name")) var home: String?
    @OptionGroup var table: RecordedTable
    @Option(help: ArgumentHelp("Draw activity and alerts by day, as SVG.", valueName: "file")) var svg: String?
    @Flag(inversion: .prefixedNo, help: "Show activity and alerts by day. Default: for a single home.") var plot: Bool?
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        var source = ReplaySource(
            path: recording, table: table, settings: [settings, compare].compactMap { $0 }, profiles: profiles,
            packs: settings == nil ? packs : [], makesHomes: settings == nil || homes, home: home)
        let lives = try source.lives()
        var bar = ProgressBar()
        var reports: [[ReplayReport]] = []
        for (number, life) in lives.enumerated() {
            reports.append(
                life.replay { done, all in
                    bar.show(number * 1_000 + done * 1_000 / max(1, all), of: lives.count * 1_000, life.name)
                })
        }
        bar.end()
        let first = reports.compactMap(\.first)
        if let svg { try write(ReplayDrawing(first).svg, to: svg) }
        let milliseconds = (clock.now - start).milliseconds
        let comparisons = reports.filter { $0.count > 1 }.map { ReplayComparison($0[0], $0[1]) }
        let summary = ReplaySummary(
            homes: zip(first.indices, first).map { number, report in
                ReplayStory(report, changes: comparisons.isEmpty ? nil : comparisons[number])
            }, badLines: source.badLines, milliseconds: milliseconds)
        if json {
            try Output.json(summary)
        } else {
            show(first, comparisons, summary)
        }
        if source.badLines > 0 || first.contains(where: \.isStuck) {
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
        }
    }

    private func show(_ reports: [ReplayReport], _ comparisons: [ReplayComparison], _ summary: ReplaySummary) {
        for (number, report) in reports.enumerated() {
            if plot ?? (reports.count == 1) { for line in ReplayChart(report).lines { Output.line(line) } }
            if number < comparisons.count {
                for line in ComparisonText(comparisons[number], report).lines { Output.line(line) }
            }
            Output.line(summary.homes[number].line)
        }
        for line in summary.totals { Output.line(line) }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Foundation.Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            Output.complain("\(path) cannot be written: \(error.localizedDescription)")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.inputOutput.rawValue)
        }
    }
}
