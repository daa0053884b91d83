import ArgumentParser

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at devices: how the enrolled ones stand, and what a strange one says.",
        subcommands: [
            DevicesList.self,
            DevicesWatch.self,
            DevicesDecode.self,
        ]
    )
}
