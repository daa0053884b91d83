import DemoHome
import GatewayCore
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
}
