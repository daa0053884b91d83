import ArgumentParser
import DeviceProtocols
import Foundation
import GatewayCore
import GatewayDaemon
import GatewaySettings

struct DevicesEnrol: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Enrol a device by pressing or moving it: wait for it, show what was heard, and write the settings.",
        discussion: """
            Listens with connections of its own at the home's brokers and ports; where the running gateway has a port, \
            it is asked. It publishes nothing. What a broker kept does not count, only what is said now by who is not \
            enrolled. With one candidate it asks, and adds the device behind the others in the file of the home's \
            devices, in which all else stays as it is; the old file stays with `.before`. When the home with the \
            device would not pass its check, nothing is written. Ends with 1 when nothing was written, with 69 when \
            nothing could be listened to, with 78 when the settings hold errors.
            """
    )

    @Argument(help: ArgumentHelp("What it is called here: front-door, or \"the front door\".", valueName: "name"))
    var name: String

    @OptionGroup var files: SettingsFileOptions

    @Option(help: ArgumentHelp("The profile it has, where several fit or none.", valueName: "id"))
    var profile: String?

    @Option(help: ArgumentHelp("The room it is in.", valueName: "room"))
    var room: String?

    @Option(help: ArgumentHelp("Who wears or owns it.", valueName: "resident"))
    var resident: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long to wait, such as 2m.", valueName: "duration"))
    var length = Length(.seconds(120))

    @Flag(name: .shortAndLong, help: "Write without asking, where there is exactly one candidate.")
    var yes = false

    @Option(
        help: ArgumentHelp("The running gateway's control socket. Usually the settings' own.", valueName: "path"))
    var socket: String?

    func validate() throws {
        guard length.duration <= .seconds(600) else { throw ValidationError("Wait for at most ten minutes.") }
    }

    func run() async throws {
        let credentials = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]
        let result = SettingsReader.read(
            root: files.settings, shippedProfiles: files.profiles, credentials: credentials)
        guard let settings = result.settings else {
            for problem in result.errors { Output.complain(problem.render()) }
            Output.complain("The settings as they are do not pass their check; nothing can be added to them.")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
        }
        let home = URL(fileURLWithPath: files.settings).deletingLastPathComponent()
        let folders = [home.path + "/devices", files.profiles]
        let profiles = folders.flatMap { ProfileReader.readAll(inFolder: $0).profiles }
        let named = try checked(settings, profiles)
        let hearing = EnrolmentHearing(
            settings, controlSocket: socket ?? settings.gateway.controlSocket,
            number: UInt32.random(in: 0 ... .max))
        hearing.start(for: length.duration)
        defer { hearing.stop() }
        Output.line("Listening: press \(shown(name)), or move what it watches.")
        let proposals = try await wait(hearing) { sender in
            let proposal = EnrolmentProposal(
                sender, announced: hearing.announced(sender), profiles: profiles, rooms: settings.plan.home.rooms)
            return finished(proposal, named)
        }
        hearing.stop()
        for line in EnrolmentWords.ways(hearing.ways) { Output.line(line) }
        try enrol(try candidate(proposals), settings, credentials)
    }

    /// The profile that was named; complains of names that mean nothing in this home before anybody presses anything.
    private func checked(_ settings: Settings, _ profiles: [DeviceProfile]) throws -> DeviceProfile? {
        let home = settings.plan.home
        try demand("room", room, among: home.rooms.map { "\($0.id)" })
        try demand("resident", resident, among: home.residents.map { "\($0.id)" })
        if home.devices.contains(where: { "\($0.id)" == name }) {
            throw ValidationError("There is a device `\(name)` already; give this one another name.")
        }
        guard let profile else { return nil }
        guard let found = profiles.first(where: { $0.id == profile }) else {
            let hint = Suggestion.hint(for: profile, among: profiles.map(\.id))
            throw ValidationError("There is no profile `\(profile)`" + (hint.map { "; \($0)" } ?? "") + ".")
        }
        return found
    }

    private func demand(_ what: String, _ name: String?, among known: [String]) throws {
        guard let name, !known.contains(name) else { return }
        let all = known.isEmpty ? "the home has none" : "there are: " + known.joined(separator: ", ")
        throw ValidationError("There is no \(what) `\(name)`; \(all).")
    }

    private func finished(_ proposal: EnrolmentProposal, _ named: DeviceProfile?) -> EnrolmentProposal? {
        var proposal = proposal
        if let room { proposal.room = RoomID(room) }
        // A pendant is where its wearer is.
        if resident != nil, room == nil { proposal.room = nil }
        if let named, !proposal.take(named) { return nil }
        return proposal
    }

    // MARK: - Waiting

    /// For a second press: who presses two things at once is asked to do it again.
    private static let afterPress = Duration.seconds(2)
    /// For a press behind the movement of whoever walks up to the device.
    private static let afterMovement = Duration.seconds(6)
    /// For brokers and ports to answer before nothing is said to be listened to.
    private static let toAnswer = Duration.seconds(2)
    private static let betweenQuestions = Duration.milliseconds(500)
    private static let betweenLooks = Duration.milliseconds(100)

    /// Waits until something was pressed or moved, and a little longer for others that do the same.
    private func wait(
        _ hearing: EnrolmentHearing, _ propose: (HeardSender) -> EnrolmentProposal?
    ) async throws -> [EnrolmentProposal] {
        let clock = ContinuousClock()
        let start = clock.now
        var proposals: [EnrolmentProposal] = []
        var heard = 0
        var sinceWhen: [HeardSender.Strength: ContinuousClock.Instant] = [:]
        var nextQuestion = start
        while clock.now < start + length.duration {
            if clock.now >= nextQuestion {
                hearing.askGateway()
                nextQuestion = clock.now + Self.betweenQuestions
            }
            let senders = hearing.senders
            let count = senders.reduce(0) { $0 + $1.messages }
            if count != heard {
                heard = count
                proposals = senders.compactMap(propose)
                let strength = proposals.map(\.strength).max() ?? .other
                if sinceWhen[strength] == nil { sinceWhen[strength] = clock.now }
            }
            if let pressed = sinceWhen[.press], clock.now >= pressed + Self.afterPress { break }
            if sinceWhen[.press] == nil, let moved = sinceWhen[.movement], clock.now >= moved + Self.afterMovement {
                break
            }
            if hearing.isSettled, !hearing.hears, clock.now >= start + Self.toAnswer { break }
            try await Task.sleep(for: Self.betweenLooks, clock: .continuous)
        }
        if !hearing.hears {
            for line in EnrolmentWords.ways(hearing.ways) { Output.complain(line) }
            Output.complain("Nothing could be listened to.")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.peerUnavailable.rawValue)
        }
        return proposals.sorted { $0.strength > $1.strength }
    }

    /// The one that was pressed or, where nobody pressed, moved.
    private func candidate(_ proposals: [EnrolmentProposal]) throws -> EnrolmentProposal {
        for proposal in proposals { Output.text(EnrolmentWords.text(proposal)) }
        guard let first = proposals.first, first.strength > .other else {
            let others =
                proposals.isEmpty ? "Nobody who is not enrolled was heard." : "None of them was pressed or moved."
            throw refused("\(others) Is its battery in, is it paired with its bridge, is it enrolled already?")
        }
        let equals = proposals.filter { $0.strength == first.strength }
        guard equals.count == 1 else {
            throw refused(
                "\(equals.count) of them could be meant, so nothing was written. Do it again while the others are "
                    + "quiet\(profile == nil ? ", or name its profile with --profile" : "").")
        }
        return first
    }

    // MARK: - Writing

    private func enrol(_ proposal: EnrolmentProposal, _ settings: Settings, _ credentials: String?) throws {
        guard let entry = EnrolmentText(proposal, name: name, resident: resident, in: settings) else {
            let several = proposal.possible.map(\.id).joined(separator: ", ")
            throw refused(
                several.isEmpty
                    ? "No profile was found for it; name one with --profile, or write one: devices/README.md."
                    : "Several profiles fit; name one with --profile: \(several).")
        }
        let addition: DevicesAddition
        do throws(DevicesAddition.Refusal) {
            addition = try DevicesAddition(
                entry, heardAs: proposal, to: settings, root: files.settings, shippedProfiles: files.profiles,
                credentials: credentials)
        } catch {
            for problem in error.problems { Output.complain(problem.render()) }
            let code = error.problems.isEmpty ? GatewayDaemon.ExitCode.failure : .configuration
            Output.complain(error.reason)
            throw ArgumentParser.ExitCode(code.rawValue)
        }
        Output.line("\nFor \(addition.path):\n")
        for line in entry.lines { Output.line("  " + line) }
        Output.line("")
        if !yes {
            guard Questions.canAsk else { throw refused("Nothing was written. Give --yes to have it written.") }
            let answer = Questions().ask("Write it? (yes or no)", usual: "no").lowercased()
            guard ["y", "yes"].contains(answer) else { throw refused("Nothing was written.") }
        }
        let file = ChangedFile(path: addition.path, before: addition.before, after: addition.after)
        do throws(NewFileTrouble) {
            try file.write()
        } catch {
            throw refused(error.reason)
        }
        Output.line("Written: \(file.path); as it was: \(file.keptPath)")
        Output.line("Now: `pullcord reload`, then press or move it once to see it end to end.")
    }

    private func refused(_ sentence: String) -> ArgumentParser.ExitCode {
        Output.complain(sentence)
        return ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
    }

    private func shown(_ text: String) -> String { DiscoveryText.shown(text) }
}
