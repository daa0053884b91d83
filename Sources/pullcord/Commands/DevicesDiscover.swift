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
            --listen-ports. What is \
            found raises nothing: a device is enrolled when a person has put it into the settings. Ends with 69 \
            when the broker cannot be listened to.
            """
    )

    @Option(help: ArgumentHelp("The MQTT broker.", valueName: "host:port"))
    var broker: String = "127.0.0.1:1883"

    @Option(help: ArgumentHelp("The user at the broker.", valueName: "user"))
    var brokerUser: String?

    @Option(help: ArgumentHelp("A file with that user's password.", valueName: "file"), completion: .file())
    var brokerPasswordFile: String?

    @Flag(help: "Speak TLS with the broker, and trust who this machine trusts.")
    var tls = false

    @Option(
        help: ArgumentHelp(
            "The base topic of Zigbee2MQTT, where it has more than one level; others are found.", valueName: "topic"))
    var baseTopic: String?

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
        if let baseTopic, !BridgeAnnouncement.canBeBase(baseTopic) {
            throw ValidationError("`\(baseTopic)` cannot be the base topic of Zigbee2MQTT.")
        }
    }

    func run() throws {
        guard var found = StartingAnswers.Broker(broker, usesTLS: tls) else {
            throw ValidationError("`\(broker)` is no host and port.")
        }
        found.user = brokerUser
        found.password = try password()
        let number = UInt32.random(in: 0 ... .max)
        let surroundings = SurroundingsLook.take(broker: found, baseTopic: baseTopic, number: number)
        for port in surroundings.ports {
            Output.line(DiscoveryText.line(port))
            if listenPorts, port.refusal == nil { Output.line("  " + DiscoveryText.words(PortTrial.take(port))) }
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
        guard devices != nil || !entries.isEmpty else { return }
        Output.line("\nFor the home's devices file, where it is not there yet:\n")
        Output.text((devices?.text ?? "devices:\n") + entries.joined())
    }

    private func password() throws -> Secret? {
        guard let file = brokerPasswordFile else { return nil }
        do {
            let content = try DiskFiles().read(file, atMost: 4_096)
            let text = String(decoding: content.bytes, as: UTF8.self)
            return Secret(String(text.prefix { $0 != "\n" && $0 != "\r\n" }))
        } catch {
            throw ValidationError("\(file) \(error.reason).")
        }
    }
}
