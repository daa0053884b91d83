import DemoHome
import GatewayTesting

/// The settings of a flat for one test: two contacts, each with a responder of their own, who are told of
/// everything at once and have an hour to answer, so that only what happens makes anything happen.
struct TestFlat: Sendable {
    /// One line for each device, output and rule, as they stand in the settings.
    var devices = [
        "pendant: {profile: tuya-ts0215a-sos, name: the pendant, resident: margaret, supervision: none}",
        "cord: {profile: zigbee-call-button, name: the cord, room: hall, supervision: none}",
    ]
    var rules = ["help: {kind: help_call, title: Help call, devices: [pendant, cord], pre_alert: 0s}"]
    var zone = "Europe/London"
    /// Another broker than the home's own.
    var brokerPort: Int?
    /// More for the broker's settings: "user: gateway, password: !secret broker_password".
    var brokerOptions = ""
    var bridges = "{zigbee: zigbee2mqtt}"
    /// More outputs, a line each.
    var outputs: [String] = []
    var escalation = "{rungs: [{tell: [anna, bert], wait: 1h}]}"
    /// More intakes, a line each.
    var intakes: [String] = []
    /// With these, the first responder has a certificate of theirs and is told over https.
    var certificates: TestCertificates?
    var faultAfter = "2s"
    var more = ""

    static let lampTopic = "zigbee2mqtt/lamp/set"
    static let brokerPassword = "correct-horse-battery"

    /// Adds what a 433 MHz receiver on the home's radio port needs.
    mutating func addRadio() {
        intakes.append("receiver: {serial: {protocol: rfxtrx, file: $RADIO}}")
        devices.append("radio-pendant: {profile: rfxtrx-security-panic, name: the spare, address: \"20:02:c0ffee\"}")
        devices.append("radio-button: {profile: rfxtrx-security-panic, name: the other, address: \"20:02:bada55\"}")
        rules.append("radio: {kind: help_call, devices: [radio-pendant, radio-button], pre_alert: 0s}")
    }

    func text(_ addresses: HomeAddresses, anna: Int, bert: Int) -> String {
        let scheme = certificates == nil ? "http" : "https"
        let trust = certificates.map { ", ca: \($0.authority)" } ?? ""
        let stages = ["heard", "sent", "acknowledged", "closed", "cancelled", "not_getting_through", "nobody_yet"]
        let lamp = stages.map { "\($0): \($0)" }.joined(separator: ", ")
        let broker =
            "host: 127.0.0.1, port: \(brokerPort ?? addresses.brokerPort), bridges: \(bridges), canary: 1s"
        return """
            version: 1
            home: {id: flat-12, name: 12 Mill Lane, address: "Flat 3, Ashford", zone: \(zone)}
            residents: {margaret: Margaret}
            rooms: {hall: the hall}
            intakes:
              broker: {mqtt: {\(broker + (brokerOptions.isEmpty ? "" : ", " + brokerOptions))}}
            \(lines(intakes.map { $0.replacing("$RADIO", with: addresses.radioPort) }))
            devices:
            \(lines(devices))
            outputs:
              lamp: {name: the lamp, mqtt: {topic: \(Self.lampTopic), stages: {\(lamp)}}}
            \(lines(outputs))
            channels:
              desk:
                webhook:
                  {url: "\(scheme)://127.0.0.1:\(anna)/anna", secret: !secret desk_secret, timeout: 1s,
                   answer_url: "http://127.0.0.1:\(addresses.pagesPort)"\(trust)}
              second:
                webhook: {url: "http://127.0.0.1:\(bert)/bert", secret: !secret desk_secret, timeout: 1s}
            contacts:
              anna: {name: Anna, channels: [desk]}
              bert: {name: Bert, channels: [second]}
            escalations:
              all: \(escalation)
            priorities:
              emergency: {escalation: all}
              urgent: {escalation: all}
              fault: {escalation: all}
            rules:
            \(lines(rules))
            alerts: {fault_after: \(faultAfter), group_wait: 0s}
            pages: {listen: "127.0.0.1:\(addresses.pagesPort)"}
            gateway: {state_directory: \(addresses.stateFolder), control_socket: \(addresses.controlSocket)}
            \(more)

            """
    }

    private func lines(_ entries: [String]) -> String {
        entries.map { "  \($0)" }.joined(separator: "\n")
    }
}
