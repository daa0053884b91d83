import ArgumentParser

/// Where the settings and the shipped profiles are.
struct SettingsFileOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("The root settings file.", valueName: "file"))
    var settings: String = "/etc/pullcord/home.yaml"

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"
}
