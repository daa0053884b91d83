import ArgumentParser
import GatewayDaemon

struct DevicesDecode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Say what frames and messages of any device mean, without a profile or a home.",
        discussion: """
            Reads JSON, one object a line, from standard input, and prints one line of JSON for each at once. A \
            line has a serial protocol with its frame, or an MQTT dialect with topic and payload:

              {"protocol": "rfxtrx", "frame_hex": "0820004dd3dc540089"}

              {"dialect": "zigbee2mqtt", "topic": "zigbee2mqtt/hall", "payload": {"contact": false}}

            docs/DEVICES.md lists the members and the names of readings. Nothing here can raise an alert. Ends \
            with 0 when all lines were read, also those that say nothing that can be decoded.
            """
    )

    @Flag(help: "End with 1 when a line could not be decoded.")
    var fail = false

    func run() throws {
        var lines = InputLines.standard
        var devices = StrangeDevices()
        while let line = lines.next() { Output.line(devices.answer(line).json) }
        if fail, devices.hasRefused { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue) }
    }
}
