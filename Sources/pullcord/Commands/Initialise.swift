import ArgumentParser
import Foundation
import GatewayCore
import GatewayDaemon
import GatewaySettings

struct Initialise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write the settings of a new home, from a few answers and from what is found around it.",
        discussion: """
            Asks at a terminal for what no option says. Looks at what Zigbee2MQTT tells of its devices on the broker, \
            and at the serial ports, and writes home.yaml, devices.yaml, contacts.yaml, rules.yaml and secrets.yaml, \
            with comments. It publishes nothing, opens no port, and writes over no file. Ends with 0 when the new \
            home passes `pullcord check`, with 3 when something in it should be looked at, and with 1 when a file is \
            there already.
            """
    )

    @Argument(help: ArgumentHelp("The folder for the new home.", valueName: "folder"), completion: .directory)
    var folder: String = "."

    @OptionGroup var options: StartingOptions

    func validate() throws { try options.validate() }

    func run() throws {
        // Before anybody is asked anything.
        do throws(NewFileTrouble) {
            try NewFile.refuseExisting(StartingHome.names.map(path))
        } catch {
            throw refused(error.reason)
        }
        let asks = Questions.canAsk && !options.noInput
        let (answers, isBrokerNamed) = try options.answers(asking: asks ? Questions() : nil)
        let chance = UInt32.random(in: 0 ... .max)
        if let broker = answers.broker { Output.line("Looking at the broker \(broker.host):\(broker.port) …") }
        let surroundings = SurroundingsLook.take(
            broker: answers.broker, baseTopic: options.place.baseTopic, number: chance)
        var settled = answers
        // Nobody asked for a broker, and there is none.
        if surroundings.brokerTrouble != nil, !isBrokerNamed { settled.broker = nil }
        try write(settled, surroundings)
    }

    private func write(_ answers: StartingAnswers, _ surroundings: Surroundings) throws {
        let profiles = [folder + "/devices", options.profiles].flatMap { ProfileReader.readAll(inFolder: $0).profiles }
        let home = StartingHome(answers, surroundings, profiles: profiles)
        let files = home.files.map { file in
            NewFile(path: path(file.path), text: file.text, permissions: file.permissions)
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try NewFile.write(files)
        } catch let trouble as NewFileTrouble {
            throw refused(trouble.reason)
        } catch {
            throw refused("\(folder) cannot be made: \(error.localizedDescription)")
        }
        if profiles.isEmpty {
            Output.line("There are no device profiles in \(options.profiles), so none could be proposed.")
        }
        for line in home.remarks { Output.line(line) }
        Output.line("Written: " + files.map(\.path).joined(separator: ", "))
        let result = SettingsReader.read(root: path("home.yaml"), shippedProfiles: options.profiles)
        for problem in result.problems { Output.line("\n" + problem.render()) }
        if let settings = result.settings {
            for line in SettingsCheck.summary(settings) { Output.line(line) }
        }
        Output.line("Now: make it true in the files, then `pullcord check \(path("home.yaml"))`. See docs/STARTING.md.")
        if !result.errors.isEmpty {
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
        }
        if !result.warnings.isEmpty { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.lint.rawValue) }
    }

    private func refused(_ sentence: String) -> ArgumentParser.ExitCode {
        Output.complain(sentence)
        return ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
    }

    private func path(_ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
