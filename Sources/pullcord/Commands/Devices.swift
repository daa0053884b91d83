import ArgumentParser

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at devices: how they stand, which others there are, what one says; and enrol one.",
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
