import ArgumentParser

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Look at devices: how the enrolled ones stand, which there are, what one says, how a profile reads it.",
        subcommands: [
            DevicesList.self,
            DevicesWatch.self,
            DevicesDiscover.self,
            DevicesDecode.self,
            DevicesTest.self,
        ]
    )
}
