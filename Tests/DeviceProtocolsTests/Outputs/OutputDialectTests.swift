import DeviceProtocols
import GatewayCore
import Testing

/// What outputs are sent, and what of what arrives is their answer.
struct OutputDialectTests {
    /// A dialect with what switches it, and messages that say that it is on and off.
    struct Case: Sendable, CustomTestStringConvertible {
        var dialect: OutputDialect
        var topic: String
        var on: String
        var off: String
        var answers: [(topic: String, on: String, off: String)]

        var testDescription: String { "\(dialect)" }
    }

    static let cases = [
        Case(
            dialect: .zigbee2mqtt(base: "zigbee2mqtt", name: "plug", usesWarning: false), topic: "zigbee2mqtt/plug/set",
            on: #"{"state":"ON"}"#, off: #"{"state":"OFF"}"#,
            answers: [("zigbee2mqtt/plug", #"{"state":"ON","power":3.1}"#, #"{"power":0,"state":"OFF"}"#)]),
        Case(
            dialect: .shellyGen1(device: "shellyplug-s-7C87CE", relay: 0),
            topic: "shellies/shellyplug-s-7C87CE/relay/0/command", on: "on", off: "off",
            answers: [("shellies/shellyplug-s-7C87CE/relay/0", "on", "off")]),
        Case(
            dialect: .shellyGen2(device: "shellyplus1-a1", relay: 1), topic: "shellyplus1-a1/rpc",
            on: #"{"id":1,"src":"pullcord","method":"Switch.Set","params":{"id":1,"on":true}}"#,
            off: #"{"id":1,"src":"pullcord","method":"Switch.Set","params":{"id":1,"on":false}}"#,
            answers: [
                ("shellyplus1-a1/status/switch:1", #"{"id":1,"output":true}"#, #"{"id":1,"output":false}"#),
                (
                    "shellyplus1-a1/events/rpc",
                    #"{"src":"a","method":"NotifyStatus","params":{"ts":1.5,"switch:1":{"id":1,"output":true}}}"#,
                    #"{"src":"a","method":"NotifyStatus","params":{"ts":1.5,"switch:1":{"id":1,"output":false}}}"#
                ),
            ]),
        Case(
            dialect: .tasmota(topic: "bell", relay: nil), topic: "cmnd/bell/POWER", on: "ON", off: "OFF",
            answers: [("stat/bell/POWER", "ON", "OFF")]),
        Case(
            dialect: .tasmota(topic: "board", relay: 2), topic: "cmnd/board/POWER2", on: "ON", off: "OFF",
            answers: [("stat/board/POWER2", "ON", "OFF")]),
        Case(
            dialect: .esphome(prefix: "hall", name: "horn", isLight: false), topic: "hall/switch/horn/command",
            on: "ON", off: "OFF", answers: [("hall/switch/horn/state", "ON", "OFF")]),
        Case(
            dialect: .esphome(prefix: "hall", name: "ring", isLight: true), topic: "hall/light/ring/command",
            on: #"{"state":"ON"}"#, off: #"{"state":"OFF"}"#,
            answers: [("hall/light/ring/state", #"{"state":"ON","brightness":255}"#, #"{"state":"OFF"}"#)]),
        Case(
            dialect: .zwaveJSUI(prefix: "zwave", node: "7", endpoint: 0), topic: "zwave/7/37/0/targetValue/set",
            on: "true", off: "false",
            answers: [
                ("zwave/7/37/0/currentValue", #"{"time":1548683523859,"value":true}"#, #"{"time":1,"value":false}"#),
                ("zwave/7/37/0/currentValue", "true", "false"),
            ]),
        Case(
            dialect: .zwaveJSUI(prefix: "zwave", node: "hall/siren", endpoint: 1),
            topic: "zwave/hall/siren/switch_binary/endpoint_1/targetValue/set", on: "true", off: "false",
            answers: [("zwave/hall/siren/switch_binary/endpoint_1/currentValue", "true", "false")]),
        Case(
            dialect: .homie(version: 5, device: "lamp", node: "switch", property: "on"),
            topic: "homie/5/lamp/switch/on/set", on: "true", off: "false",
            answers: [("homie/5/lamp/switch/on", "true", "false")]),
        Case(
            dialect: .homie(version: 4, device: "lamp", node: "switch", property: "on"),
            topic: "homie/lamp/switch/on/set", on: "true", off: "false",
            answers: [("homie/lamp/switch/on", "true", "false")]),
    ]

    private static func output(_ dialect: OutputDialect, limit: Duration? = nil) -> MQTTOutput {
        dialect.output(over: IntakeID("broker"), stages: [:], limit: limit)
    }

    private static func watch(_ dialect: OutputDialect) -> OutputWatch {
        OutputWatch([Output(id: OutputID("it"), name: "it", connection: .mqtt(output(dialect)))])
    }

    private static func arrival(
        _ topic: String, _ payload: String, intake: String = "broker", isRetained: Bool = false
    ) -> Arrival {
        Arrival(
            intake: IntakeID(intake), address: topic, bytes: Array(payload.utf8),
            moment: Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .holdover), isRetained: isRetained,
            isAlarmClass: false)
    }

    @Test(arguments: cases) func `an output is switched in its own words, and its answer is understood`(_ given: Case) {
        let output = Self.output(given.dialect)
        #expect(output.topic == given.topic && output.on == given.on && output.off == given.off)
        var watch = Self.watch(given.dialect)
        for answer in given.answers {
            for (payload, isOn) in [(answer.on, true), (answer.off, false)] {
                let arrival = Self.arrival(answer.topic, payload)
                #expect(watch.hears(arrival))
                #expect(watch.reports(in: arrival) == [OutputReport(output: OutputID("it"), isOn: isOn)])
            }
        }
    }

    @Test(arguments: cases) func `what is kept, of another broker or no word of its own is no answer`(_ given: Case) {
        var watch = Self.watch(given.dialect)
        let topic = given.answers[0].topic
        #expect(watch.reports(in: Self.arrival(topic, given.answers[0].on, isRetained: true)).isEmpty)
        #expect(watch.reports(in: Self.arrival(topic, given.answers[0].on, intake: "other")).isEmpty)
        #expect(watch.reports(in: Self.arrival(topic + "/x", given.answers[0].on)).isEmpty)
        let noise = [
            "", "{", "[]", "null", "{}", #"{"state":null}"#, #"{"state":{"a":1}}"#, #"{"output":"perhaps"}"#, "overpower",
            String(repeating: "[", count: 60_000), String(repeating: "O", count: 200_000), "\u{0}ON",
        ]
        for payload in noise { #expect(watch.reports(in: Self.arrival(topic, payload)).isEmpty, "\(payload.prefix(20))") }
    }

    @Test func `a siren that is a warning device is told for how long, and says nothing back`() {
        let dialect = OutputDialect.zigbee2mqtt(base: "zigbee2mqtt", name: "siren", usesWarning: true)
        let output = Self.output(dialect, limit: .minutes(2))
        #expect(
            output.on == #"{"warning":{"mode":"emergency","level":"high","strobe":true,"duration":120}}"#)
        #expect(output.off == #"{"warning":{"mode":"stop","strobe":false,"duration":1}}"#)
        #expect(output.confirmation == nil)
        #expect(!Self.watch(dialect).hears(Self.arrival("zigbee2mqtt/siren", #"{"state":"ON"}"#)))
    }
}
