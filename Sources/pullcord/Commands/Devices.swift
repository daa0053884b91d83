import ArgumentParser

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at devices: how the enrolled ones stand, which there are, enrol one, what one says, how a profile reads it.",
        subcommands: [
            DevicesList.self,
            DevicesWatch.self,
            DevicesDiscover.self,
            DevicesEnrol.self,
            DevicesDecode.self,
            DevicesTest.self,
        ]
    )
}
