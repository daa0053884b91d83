import DemoHome
import GatewayCore
import GatewayDaemon
import GatewayTesting
import Testing

/// A siren and a plug at a real broker, which are switched and say so, or do not.
@Suite(.serialized) struct SwitchedOutputTests {
    private static let siren = "zigbee2mqtt/siren"
    private static let plug = "shellies/shellyplug-s-7C/relay/0"

    @Test func `a last action is asked until it is done, is a fault if it is not, and ends when somebody takes it`()
        async throws
    {
        var flat = TestFlat()
        flat.outputs = [
            "siren: {name: the siren, kind: siren, zigbee2mqtt: {bridge: zigbee, uses: state}}",
            "plug: {name: the hall light, kind: plug, shelly_gen1: {device: shellyplug-s-7C}}",
        ]
        flat.escalation = "{rungs: [{tell: [anna, bert], wait: 5s}], last_action: [siren, plug]}"
        try await withBroker { broker in
            flat.brokerPort = broker.port
            try await withHome(flat, parts: [.gateway]) { home in
                try await home.waitUntilWell()
                let devices = try await MQTTPublisher.connect(port: broker.port, id: "devices")
                let seen = try TopicWatch(broker, ["\(Self.siren)/set", "\(Self.plug)/command"])
                // What both say of themselves before anybody asks is no answer to what comes.
                try await devices.publish(Self.siren, #"{"state":"OFF","linkquality":80}"#)
                try await devices.publish(Self.plug, "off")
                try await devices.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#)
                let call = try await home.alert(.helpCall)

                try await seen.wait(for: "\(Self.siren)/set", #"{"state":"ON"}"#)
                try await devices.publish(Self.siren, #"{"state":"ON","linkquality":80}"#)
                try await seen.wait(for: "\(Self.plug)/command", "on", times: Limits.outputAttempts)
                let fault = try await home.alert(.gatewayFault)
                #expect(fault.title.contains("the hall light did not answer when it was switched on"), "\(fault.title)")
                #expect(fault.cause == .path(.output(OutputID("plug"))))
                try await devices.publish(Self.plug, "on")
                try await home.waitUntil(fault.id, is: "closed")
                #expect(seen.count(of: "\(Self.siren)/set", #"{"state":"ON"}"#) == 1, "It had answered.")

                _ = try await home.ask("alerts", "acknowledge", "\(call.id)", "--as", "anna")
                try await seen.wait(for: "\(Self.siren)/set", #"{"state":"OFF"}"#)
                try await seen.wait(for: "\(Self.plug)/command", "off")
                try await devices.publish(Self.siren, #"{"state":"OFF","linkquality":80}"#)
                try await devices.publish(Self.plug, "off")
                #expect(try await home.gateway.alerts().count { $0.kind == .gatewayFault } == 1)
                await devices.close()
            }
        }
    }

    /// A siren that is a node, a lamp that hears 433 MHz, and a chime that says that the press was heard.
    @Test func `outputs behind serial ports are told, asked again where they answer, and a port that is gone is a fault`()
        async throws
    {
        let node = try #require(SerialDevice.all.first { $0.name == "mysensors" })
        let nodes = try SerialPeer(question: node.question, answer: node.answer)
        let radio = try SerialPeer(question: Self.statusRequest, answer: Self.status)
        defer { for peer in [nodes, radio] { peer.close() } }
        let (sirenOn, sirenOff) = (Array("12;1;1;1;2;1\n".utf8), Array("12;1;1;1;2;0\n".utf8))
        let lampOn = SerialDevice.bytes("0b11000000b1f2a301010000")
        let lampOff = SerialDevice.bytes("0b11000000b1f2a301000000")
        let ring = SerialDevice.bytes("07160000000f0100")
        var flat = TestFlat()
        flat.intakes = [
            "nodes: {serial: {protocol: mysensors, file: \(nodes.path)}}",
            "radio: {serial: {protocol: rfxtrx, file: \(radio.path)}}",
        ]
        flat.outputs = [
            "siren: {name: the siren, kind: siren, mysensors: {node: 12, child: 1}}",
            #"light: {name: the hall light, kind: lamp, rfxtrx: {address: "11:00:0b1f2a3:1"}}"#,
            #"gong: {name: the gong, kind: chime, rfxtrx: {address: "16:00:000f", sounds: {heard: 1}}}"#,
        ]
        flat.escalation = "{rungs: [{tell: [anna, bert], wait: 5s}], last_action: [siren, light], repeat: {after: 1h, limit: 2h}}"
        try await withHome(flat) { home in
            try await home.waitUntilWell()
            try await home.home.zigbee.publish("pendant", #"{"action":"emergency"}"#)
            let call = try await home.alert(.helpCall)
            try await eventually("the gong to ring") { radio.count(of: ring) == 1 }
            try await eventually("the lamp to be told") { radio.count(of: lampOn) == 1 }
            try await eventually("the siren to be asked again") { nodes.count(of: sirenOn) == Limits.outputAttempts }
            let fault = try await home.alert(.gatewayFault)
            #expect(fault.title.contains("the siren did not answer when it was switched on"), "\(fault.title)")
            try nodes.send(sirenOn)
            try await home.waitUntil(fault.id, is: "closed")
            // After a restart the port opens when the outputs have been told already.
            #expect(await home.gateway.kill() == 128 + 9)
            try await home.gateway.start(until: .answering)
            // Before what is told of it as a fault drives it, too.
            try await eventually("the lamp to be told again", within: .seconds(10)) { radio.count(of: lampOn) == 2 }
            try await eventually("the siren to be told again") {
                nodes.count(of: sirenOn) > Limits.outputAttempts
            }
            try nodes.send(sirenOn)
            // Gone in the middle of it: what is told then is lost, and is a fault of the lamp.
            radio.close()
            try await eventually("the port to be missed") {
                try await home.gateway.status().downPaths.contains { $0.path == .intake(IntakeID("radio")) }
            }
            _ = try await home.ask("alerts", "acknowledge", "\(call.id)", "--as", "anna")
            try await eventually("the siren to be off") { nodes.count(of: sirenOff) >= 1 }
            try nodes.send(sirenOff)
            try await eventually("the lamp to be missed") {
                try await home.gateway.status().downPaths.contains { $0.path == .output(OutputID("light")) }
            }
            #expect(radio.count(of: lampOff) == 0)
        }
    }

    private static let statusRequest = SerialDevice.bytes("0d00000102000000000000000000")
    private static let status = SerialDevice.bytes("0d010001025345000c2f01010000")
}
