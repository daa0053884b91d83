import ArgumentParser
import GatewayCore
import GatewayDaemon

struct DevicesWatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show what enrolled devices tell, as it comes.",
        discussion: """
            Asks the running gateway each second for the newest of each capability. Of several values of one \
            capability within a second the last is shown. Ends with Ctrl-C.
            """
    )

    @OptionGroup var control: ControlOptions

    @Argument(help: ArgumentHelp("Only these devices.", valueName: "device"))
    var devices: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("End after this time, such as 30s or 5m.", valueName: "duration"))
    var length: Length?

    func run() async throws {
        var watch = DeviceWatch(only: Set(devices.map { DeviceID($0) }))
        let clock = ContinuousClock()
        let end = length.map { clock.now + $0.duration }
        while true {
            guard case .devices(let report) = try control.ask(.devices) else { return }
            if let unknown = watch.unknown(in: report) {
                throw ValidationError("There is no device `\(unknown)`; `pullcord devices list` shows them all.")
            }
            for (device, latest) in watch.news(in: report) {
                if control.json {
                    Output.line(try Output.oneLine(DeviceWatch.News(device: device.id, told: latest)))
                } else {
                    Output.line(DeviceText.line(latest, of: device))
                }
            }
            if let end, clock.now >= end { return }
            try await Task.sleep(for: .seconds(1), clock: .continuous)
        }
    }
}
