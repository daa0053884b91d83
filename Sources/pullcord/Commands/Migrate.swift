import ArgumentParser
import Foundation
import GatewayDaemon
import GatewaySettings

struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write settings of an older version in the current one, beside the old files.",
        discussion: """
            Each file that changes gets a new one beside it, with `.migrated` behind its name; the old ones stay as \
            they are, and a new one that is there already is not written over. Comments and layout are kept. What \
            only a person can decide is listed. Ends with 0 when the settings are current or are now written, with \
            3 when somebody must look at them, with 1 when nothing could be written, and with 78 when the settings \
            cannot be read or are of a version that this gateway does not know.
            """
    )

    @Argument(
        help: ArgumentHelp("The root settings file; what it includes goes with it.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var settings: String

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"

    func run() throws {
        switch Migrator().migrate(settings) {
        case .current:
            Output.line("\(settings) is of version \(SettingsVersion.current), which is current: nothing to do.")
        case .refused(let sentence):
            Output.complain(sentence)
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
        case .unreadable(let problems):
            for problem in problems { Output.line(problem.render() + "\n") }
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
        case .migrated(let migrated): try write(migrated)
        }
    }

    private func write(_ migrated: MigratedSettings) throws {
        let changed = migrated.files.filter(\.isChanged)
        do throws(NewFileTrouble) {
            try migrated.write()
        } catch {
            Output.complain(error.reason)
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
        }
        Output.line("Written in version \(SettingsVersion.current), from version \(migrated.from):")
        for file in migrated.files { Output.line("  \(file.isChanged ? file.newPath : file.path + " (as it is)")") }
        for remark in migrated.remarks { Output.line("\(remark.file):\(remark.line): \(remark.sentence)") }
        let result = SettingsReader.read(
            root: settings, files: migrated.overlaid(), shippedProfiles: profiles,
            credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"])
        for problem in result.problems { Output.line("\n" + problem.render()) }
        Output.line(
            result.errors.isEmpty
                ? "The new files pass `pullcord check`. Look at them, and then put them in place of the old ones:"
                : "The new files do not pass `pullcord check` yet. When they shall take the place of the old ones:")
        for file in changed { Output.line("  mv \(file.newPath) \(file.path)") }
        if !migrated.remarks.isEmpty || !result.problems.isEmpty {
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.lint.rawValue)
        }
    }
}
