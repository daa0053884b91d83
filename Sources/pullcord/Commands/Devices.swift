import ArgumentParser

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Devices: what they say, and how a profile reads it.",
        subcommands: [
            DevicesTest.self
        ]
    )
}
