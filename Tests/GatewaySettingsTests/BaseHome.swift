import GatewayCore
import GatewaySettings

/// A small good home in memory, which each test spoils in its own way.
enum BaseHome {
    static let root = "home.yaml"

    static let text = """
        version: 1
        home:
          id: flat-12
          name: 12 Mill Lane
          zone: Europe/London
        residents:
          margaret: Margaret
        rooms:
          hall: the hall
          bathroom: the bathroom
        intakes:
          broker:
            mqtt:
              host: 127.0.0.1
              bridges: {zigbee: zigbee2mqtt}
          receiver:
            serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1}
        channels:
          desk:
            webhook:
              url: http://127.0.0.1:8480/alerts
              secret: !secret desk
          centre:
            dc09: {host: 127.0.0.1, port: 12000, account: "1234", key: !secret key}
        contacts:
          anna: {name: Anna, channels: [desk]}
          centre: {name: Centre, channels: [centre]}
        outputs:
          siren:
            mqtt: {topic: zigbee2mqtt/siren/set, on: "ON", off: "OFF"}
        escalations:
          emergency:
            rungs:
              - {tell: [anna, centre], wait: 60s}
            last_action: [siren]
          fault:
            rungs:
              - {tell: [anna], wait: 1h}
        devices:
          pendant:
            profile: pendant
            resident: margaret
          cord:
            profile: pendant
            room: bathroom
          radio:
            profile: radio
            address: "20:02:c0ffee"
          smoke:
            profile: smoke
            room: hall
          climate:
            profile: climate
        rules:
          help:
            kind: help_call
            devices: [pendant, cord, radio]
          fire:
            kind: hazard
            devices: [smoke]
          cold:
            kind: threshold
            devices: [climate]
            capability: temperature
            below: 15
            clears_at: 16.5
            hold: 2h
            priority: emergency

        """

    /// A few kinds that stay as they are, and one with every form of setting, so that what is said about them
    /// does not change with each kind that is added.
    static let kinds: [any Rule.Type] = [
        HelpCallRule.self, HazardRule.self, ThresholdRule.self, LeftOpenRule.self, InactivityRule.self,
        SilenceRule.self, DutyRule.self,
    ]

    static let others = [
        "secrets.yaml": """
        desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=
        key: ABCDEFGHIJKLMNOP

        """,
        "devices/pendant.yaml": profile("pendant", "{path: /action, event: help_call, when: [emergency]}"),
        "devices/smoke.yaml": profile("smoke", "{path: /smoke, state: smoke}"),
        "devices/climate.yaml": profile("climate", "{path: /temperature, number: temperature}"),
        "devices/door.yaml": profile("door", "{path: /contact, state: open, true_when: [false], false_when: [true]}"),
        "devices/panel.yaml": profile(
            "panel",
            "{path: /action, event: button_press, when: [single]}\n"
                + "  - {path: /state, state: switched_on, true_when: [ON], false_when: [OFF]}"),
        "devices/radio.yaml": profile("radio", "{path: status, event: help_call, when: [0x06]}", dialect: "rfxtrx"),
    ]

    static func profile(_ id: String, _ field: String, dialect: String = "zigbee2mqtt") -> String {
        """
        version: 1
        id: \(id)
        title: A \(id)
        maker: somebody
        dialect: \(dialect)
        fields:
          - \(field)
        supervision: {silent_after: 50h}
        samples:
          - {payload: "\(["rfxtrx", "cms50"].contains(dialect) ? "08200217c0ffee0d69" : "{}")", expect: {}}

        """
    }

    static let london = ZoneTable(
        name: "Europe/London", firstOffset: 0,
        transitions: [.init(at: WallTime(milliseconds: 1_774_746_000_000), offset: 3_600)])

    /// - Parameters:
    ///   - files: further or other files by path.
    ///   - readableByAll: paths that everybody may read.
    static func read(
        _ text: String = text, files: [String: String] = [:], readableByAll: Set<String> = [],
        shippedProfiles: String? = nil, credentials: String? = nil, kinds: [any Rule.Type] = kinds
    ) -> SettingsResult {
        read(
            copy(text, files: files, readableByAll: readableByAll), shippedProfiles: shippedProfiles,
            credentials: credentials, kinds: kinds)
    }

    /// The files of a home in memory.
    static func copy(
        _ text: String, files: [String: String] = [:], readableByAll: Set<String> = []
    ) -> SettingsCopy {
        var all = others
        all[root] = text
        for (path, content) in files { all[path] = content }
        var contents: [String: FileContent] = [:]
        for (path, content) in all {
            contents[path] = FileContent(bytes: Array(content.utf8), isReadableByAll: readableByAll.contains(path))
        }
        return SettingsCopy(root: root, files: contents)
    }

    static func read(
        _ files: SettingsCopy, shippedProfiles: String? = nil, credentials: String? = nil,
        kinds: [any Rule.Type] = kinds
    ) -> SettingsResult {
        SettingsReader.read(
            root: root, files: files, shippedProfiles: shippedProfiles, credentials: credentials, kinds: kinds,
            zone: { $0 == "Europe/London" ? london : nil },
            zoneNames: { ["Europe/Brussels", "Europe/Lisbon", "Europe/London"] })
    }

    /// The root of a home in memory.
    static func text(of home: SettingsCopy) -> String {
        home.files[root].map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    /// All problems as a terminal shows them.
    static func report(_ result: SettingsResult) -> String {
        result.problems.map { $0.render() }.joined(separator: "\n")
    }
}
