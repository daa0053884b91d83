import ArgumentParser

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at devices: what a strange one says.",
        subcommands: [
            DevicesDecode.self
        ]
    )
}
