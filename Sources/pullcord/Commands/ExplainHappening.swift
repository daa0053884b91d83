import ArgumentParser
import Foundation
import GatewayCore
import GatewayDaemon
import GatewaySettings
import LinuxSupport
import Simulation

struct ExplainHappening: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "happening",
        abstract: "What would come of it when a device tells something, is silent, or nobody does anything.",
        discussion: """
            pullcord explain pendant press --at 03:00
            pullcord explain front-door open --mode night --for 20m
            pullcord explain climate-bedroom temperature 12.5
            pullcord explain smoke-hall silent
            pullcord explain home no activity --at 07:00

            Everything arrives, and nobody answers. Nothing is sent, and no gateway need run.

            --expect, as often as needed, compares the alert that matters most: raises=emergency \
            told=daughter,centre first=daughter rung2=neighbour rung2-after=70s pre-alert=10s last-action=siren \
            said=heard,sent shares-neighbour=name,room; `nothing` for none. Ends with 1 when one is not met, with 78 \
            when the settings hold errors.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("A device, `home`, or a remark's code.", valueName: "device")) var device: String
    @Argument(help: ArgumentHelp("What it tells: press, open, smoke, temperature 12.5, silent.", valueName: "event"))
    var event: [String] = []

    @Option(help: ArgumentHelp("When, by the home's clocks. Default: now.", valueName: "time")) var at: ClockTime?
    @Option(help: ArgumentHelp("On which day, such as 2026-11-28. Default: today.", valueName: "date"))
    var date: CalendarDate?
    @Option(help: "How the home is lived in. Default: what the settings say of that hour.") var mode: HomeMode?
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long it is so. Default: until it is known what comes of it.", valueName: "duration"))
    var length: Length?
    @Option(help: ArgumentHelp("What must be so, such as told=daughter,centre.", valueName: "expectation"))
    var expect: [String] = []
    @Option(help: "text or json.") var format: Format = .text
    @OptionGroup var files: SettingsFileOptions

    func validate() throws {
        if problemCode == nil, event.isEmpty { throw ValidationError("Say what `\(device)` tells, such as press.") }
        guard expect.count <= ExplanationLimits.expectations else {
            throw ValidationError("At most \(ExplanationLimits.expectations) expectations at once.")
        }
    }

    func run() throws {
        if let code = problemCode { return try explain(problem: code) }
        let plan = try plan()
        let happening = try read(plan)
        let expectations = try expectations(plan)
        let supposition = Supposition(
            happening, at: time(plan.home.zone), mode: mode, lasts: length?.duration)
        let explanation = Explainer(plan).explain(supposition)
        let mismatches = expectations.compactMap { $0.mismatch(explanation) }
        switch format {
        case .json:
            try Output.json(ExplanationStory(explanation, expectations: expectations))
        case .text:
            for line in ExplanationText(explanation, plan: plan).lines { Output.line(line) }
        }
        for mismatch in mismatches { Output.complain("\(mismatch)") }
        if !mismatches.isEmpty { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue) }
    }

    // MARK: - Codes

    /// "PC0123" alone asks for a remark of `check`, whatever the devices are called.
    private var problemCode: String? {
        guard event.isEmpty, device.count == 6, device.uppercased().hasPrefix("PC"),
            device.dropFirst(2).allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return device
    }

    private func explain(problem code: String) throws {
        if let text = ProblemCatalog.text(for: code) { return Output.line(text) }
        Output.complain("There is no such code as \(code).")
        throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
    }

    // MARK: - Reading

    private func plan() throws -> Plan {
        let result = SettingsReader.read(
            root: files.settings, shippedProfiles: files.profiles,
            credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"])
        if let settings = result.settings { return settings.plan }
        for problem in result.errors { Output.complain(problem.render()) }
        throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
    }

    private func read(_ plan: Plan) throws -> Supposition.Happening {
        do {
            return try SuppositionReader(plan.home).read(device, event, lasts: length?.duration)
        } catch {
            throw misused("\(error)")
        }
    }

    private func expectations(_ plan: Plan) throws -> [ExplanationExpectation] {
        do {
            return try expect.map { try ExplanationExpectation($0, plan: plan) }
        } catch {
            throw misused("\(error)")
        }
    }

    private func misused(_ sentence: String) -> ArgumentParser.ExitCode {
        Output.complain(sentence)
        return ArgumentParser.ExitCode(GatewayDaemon.ExitCode.usage.rawValue)
    }

    private func time(_ zone: ZoneTable) -> WallTime {
        let now = SystemClock.wallTime()
        if at == nil, date == nil { return now }
        let civil = zone.civil(now)
        let time = at?.time ?? TimeOfDay(minutes: civil.hour * 60 + civil.minute)
        return zone.instant(of: time, onDay: date?.day ?? zone.day(of: now))
    }
}
