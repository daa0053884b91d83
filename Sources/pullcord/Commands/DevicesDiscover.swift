import ArgumentParser
import DeviceProtocols
import Foundation
import GatewayCore
import GatewayDaemon
import GatewaySettings

struct DevicesDiscover: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discover",
        abstract: "Look for devices behind a broker and at the serial ports, and propose settings for them.",
        discussion: """
            Listens with a connection of its own, publishes nothing, changes no file, and opens no port without \
            --listen-ports. What is found raises nothing: a device is enrolled when a person has put it into the \
            settings. Ends with 69 when the broker cannot be listened to.
            """
    )

    @OptionGroup var place: BrokerOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("How many seconds to listen.", valueName: "seconds"))
    var seconds: Int = 10

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"

    @Flag(
        help: """
            Open each port that nobody has, and try which protocol its device speaks, for up to a minute each. It \
            resets what is built on an Arduino.
            """)
    var listenPorts = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The root settings file of the home, whose rooms are proposed where their names stand in devices'.",
            valueName: "file"))
    var settings: String?

    func validate() throws {
        guard (1...600).contains(seconds) else { throw ValidationError("Listen for 1 to 600 seconds.") }
    }

    func run() throws {
        let named = place.broker ?? place.usual
        guard var found = place.parsed(named) else { throw ValidationError(place.refusal(of: named)) }
        found.user = place.brokerUser
        found.password = try place.password()
        let number = UInt32.random(in: 0 ... .max)
        var surroundings = SurroundingsLook.take(broker: found, baseTopic: place.baseTopic, number: number)
        for (place, port) in surroundings.ports.enumerated() {
            Output.line(DiscoveryText.line(port))
            guard listenPorts, port.refusal == nil else { continue }
            let outcome = PortTrial.take(port)
            Output.line("  " + DiscoveryText.words(outcome))
            if case .speaks(let serialProtocol) = outcome { surroundings.ports[place].answered = serialProtocol }
        }
        if surroundings.brokerTrouble == nil {
            Output.line("Listening at \(found.host):\(found.port) for \(seconds) seconds: press, open and move things.")
        }
        let look =
            surroundings.brokerTrouble == nil
            ? TrafficLook.take(broker: found, seconds: seconds, number: number) : nil
        if let trouble = surroundings.brokerTrouble ?? look?.trouble {
            Output.complain("The broker \(found.host):\(found.port) cannot be listened to: \(trouble).")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.peerUnavailable.rawValue)
        }
        if let look { for line in DiscoveryText.lines(look.book) { Output.line(line) } }
        propose(found, surroundings, look?.senders ?? [])
    }

    private func propose(
        _ broker: StartingAnswers.Broker, _ surroundings: Surroundings, _ senders: [HeardSender]
    ) {
        let own = settings.flatMap { SettingsReader.read(root: $0, shippedProfiles: profiles).settings }
        let rooms = own?.plan.home.rooms ?? []
        let known = ProfileReader.readAll(inFolder: profiles).profiles
        let answers = StartingAnswers(
            name: "Home", zone: "UTC", broker: broker, contact: "Responder", deskURL: "http://127.0.0.1/",
            deskSecret: Secret(""))
        let home = StartingHome(answers, surroundings, profiles: known, rooms: rooms)
        for line in home.remarks { Output.line(line) }
        let isAnnounced = surroundings.bridges.contains { $0.announcement?.devices.isEmpty == false }
        let devices = isAnnounced ? home.files.first { $0.path == "devices.yaml" } : nil
        let others = senders.map { EnrolmentProposal($0, profiles: known, rooms: rooms) }
        let entries = others.compactMap { EnrolmentWords.entry($0, in: own) }
        for proposal in others where proposal.possible.count > 1 {
            Output.line(
                "\(DiscoveryText.shown(proposal.sender.name)) is read equally well by "
                    + proposal.possible.map(\.id).joined(separator: ", ") + ".")
        }
        if !home.receivers.isEmpty {
            Output.line("\nFor the home's root file, where it is not there yet:\n")
            Output.text("intakes:\n" + home.receivers)
        }
        guard devices != nil || !entries.isEmpty else { return }
        Output.line("\nFor the home's devices file, where it is not there yet:\n")
        Output.text((devices?.text ?? "devices:\n") + entries.joined())
    }
}
