import GatewayCore

@testable import GatewaySettings

/// A home and a profile in which every setting of the language stands once, so that a test can spoil each.
enum WholeHome {
    static let stages = FeedbackStage.allCases.map { "\($0.rawValue): said" }.joined(separator: ", ")
    static let sounds = FeedbackStage.allCases.map { "\($0.rawValue): 1" }.joined(separator: ", ")
    static let codes = AlertKind.allCases.map { "\($0.rawValue): 140" }.joined(separator: ", ")

    static let text = """
        version: 1
        include: people.yaml
        home: {id: whole, name: The whole, address: 12 Mill Lane, access: !secret key, zone: Europe/London, pets: true}
        modes:
          night: {window: "22:30-07:00", stay: 9h}
          away: {stay: 6h}
          holiday: {stay: 21d}
          visitors: {stay: 3h}
        intakes:
          broker:
            mqtt:
              host: 127.0.0.1
              port: 8883
              version: 5
              client_id: gateway
              user: somebody
              password: !secret key
              tls: {ca: ca.pem, cert: own.pem, key: own.key}
              own_topic: own
              bridges:
                zigbee: {base_topic: zigbee2mqtt, dialect: zigbee2mqtt, output: json, state_topic: zigbee2mqtt/here}
                other: zigbee2
              alarm_topics: [alarms/+]
              reading_topics: readings/#
              acknowledgements: true
              canary: 1m
          other-broker: {mqtt: {host: 127.0.0.2, password_file: key.txt, tls: true}}
          receiver:
            serial:
              protocol: rfxtrx
              usb_serial: RFXCOM
              usb_interface: "00"
              speed: 38400
              data_bits: 8
              parity: none
              stop_bits: 1
          second: {serial: {protocol: json_lines, usb_path: pci-0000}}
          third: {serial: {protocol: json_lines, usb_product: "0403:6001"}}
          fourth: {serial: {protocol: json_lines, file: /dev/serial0}}
          link: {serial: {protocol: rflink, usb_path: pci-0001}}
          nodes: {serial: {protocol: mysensors, usb_path: pci-0002}}
        devices:
          pendant:
            profile: pendant
            name: the pendant
            room: hall
            resident: margaret
            supervision: {silent_after: 50h}
            bridge: zigbee
            friendly_name: pendant
          tag: {profile: pendant, bridge: zigbee, topic: zigbee2mqtt/tag, visitor: nurse, supervision: {test_press_every: 30d}}
          radio: {profile: radio, address: "20:02:c0ffee", intake: receiver}
          door: {profile: door, bridge: zigbee, room: hall, entrance: true}
          motion: {profile: motion, bridge: zigbee, room: hall, overlooks_pets: true}
          named: {profile: named, intake: broker, topic: events, identity: [Sensor, 12]}
        outputs:
          lamp:
            name: the lamp
            mqtt: {intake: broker, topic: lamp/set, on: "ON", off: "OFF", stages: {\(stages)}}
            feedback: [heard, sent]
          voice: {kind: speaker, speech: {command: [espeak-ng, -v, en]}}
          siren:
            {kind: siren, at_most: 2m,
             zigbee2mqtt: {bridge: zigbee, friendly_name: siren, uses: warning, stages: {heard: said}}}
          plug: {shelly_gen1: {intake: broker, device: shellyplug-s-1, relay: 0}}
          other-plug: {shelly_gen2: {intake: broker, device: shellyplus1-1, relay: 1}}
          bell: {kind: chime, tasmota: {intake: broker, topic: bell, relay: 1}}
          horn: {esphome: {intake: broker, topic_prefix: hall, switch: horn}}
          ring: {esphome: {intake: broker, topic_prefix: hall, light: ring, stages: {heard: '{"state":"ON"}'}}}
          switch: {zwave_js_ui: {intake: broker, prefix: zwave, node: "7", endpoint: 0}}
          gong: {kind: chime, rfxtrx: {intake: receiver, address: "16:00:000f", sound: 3, sounds: {\(sounds)}}}
          garden: {rflink: {intake: link, protocol: NewKaku, id: 00c142, switch: "1"}}
          beacon: {mysensors: {intake: nodes, node: 12, child: 1}}
          light: {homie: {intake: broker, device: lamp, node: switch, property: on, version: 5}}
        channels:
          desk:
            webhook:
              url: https://desk.example/alerts
              secret: !secret desk
              ca: ca.pem
              answer_url: http://127.0.0.1:8490
              timeout: 5s
          second-desk: {webhook: {url: https://desk.example/alerts, secret_file: desk.txt}}
          centre:
            dc09:
              host: centre.example
              port: 12000
              account: "1234"
              receiver: "1"
              line: "2"
              key: !secret key
              key_form: text
              poll: none
              timeout: 5s
              codes: {\(codes)}
          second-centre: {dc09: {host: centre.example, port: 12000, account: "1234", key_file: key.txt, poll: 30s}}
        escalations:
          emergency:
            rungs: [{tell: [anna, centre], wait: 60s}]
            last_action: [lamp]
            repeat: {after: 2m, limit: 15m}
          daytime: {rungs: [{tell: anna, wait: 1h}]}
        priorities:
          emergency: {escalation: emergency, acknowledgement_holds: 30m}
          urgent: {escalation: daytime}
          concern: {escalation: daytime}
          fault: {escalation: daytime}
        packs: [safety-essentials]
        rules:
          entrance-left-open: {off: true}
          own-help: {kind: help_call, devices: [pendant, radio]}
          open:
            kind: left_open
            title: The door stands open
            priority: urgent
            escalation: daytime
            devices: [door]
            rooms: [hall]
            hold: 10m
            pre_alert: 1m
            remind_every: 20s
            cancel_by_second_press: false
            window: "22:30-06:30"
            modes: [home, night]
            resident: margaret
            clears_after: 1m
            after_gap: count
            muted_by: [bridge zigbee]
            shadow: true
          fridge: {kind: missed, window: "10:00-14:00", signals: [{device: door, capability: open, is: true}]}
        feedback: {phrases: {\(stages)}, calm: All is well.}
        alerts:
          tell_cancelled: true
          fault_after: 20s
          quiet_hours: "21:30-07:30"
          group_wait: 1m
          messages_per_hour: 6
        pages: {listen: "127.0.0.1:8490"}
        home_assistant:
          {intake: broker, prefix: homeassistant, discovery: device, shares: [name, room], commands: true,
           acknowledges_as: anna}
        gateway: {state_directory: /var/lib/pullcord, control_socket: /run/pullcord/control.sock}

        """

    static let people = """
        residents: {margaret: {name: Margaret}, walter: Walter}
        rooms: {hall: {name: the hall}}
        visitors: {nurse: {name: The nurse, stay: 1h}}
        contacts:
          anna: {name: Anna, channels: [desk, second-desk], shares: [name, room]}
          centre: {name: The centre, channels: [centre, second-centre], acceptance_acknowledges: true}

        """

    static let profile = """
        version: 1
        id: whole
        title: The whole
        maker: somebody
        dialect: json
        models: [A, B]
        fields:
          - {path: /status, event: help_call, when: [6], counter: /count, stays: false}
          - path: /tamper
            state: tamper
            mask: 128
            equals: 128
            where: [{path: /channel, equals: 1}]
            clears_after: 2m
          - {topic: door, payload: text, state: open, true_when: ["1"], false_when: ["0"]}
          - path: /temperature
            number: temperature
            scale: 0.1
            offset: 2.5
            unit: degF
            range: [-20, 50]
            group: climate
          - {path: /humidity, number: humidity, group: climate}
        identity: [/model, /id]
        time: {path: /time, form: unix, past: 30d, future: 5m}
        private: [/name]
        sleeps: false
        supervision: none
        repeat_within: 5s
        notes: [It has no heartbeat.]
        samples:
          - {payload: "{}", suffix: /state, retained: false, refused: 0, expect: {open: true}}
          - {payload: "1", topic: door, follows: 1s, expect: {open: true}}

        """

    /// What only a profile of EnOcean has.
    static let enOceanProfile = """
        version: 1
        id: whole
        title: A contact
        maker: somebody
        dialect: enocean
        eep: D5-00-01
        fields:
          - {path: CO, state: open, true_when: [0], false_when: [1]}
        supervision: {silent_after: 25h}
        samples:
          - {payload: 55000707017ad50801825dab0001ffffffff360053, expect: {open: true}}

        """

    /// Everything but the root, which a test writes anew.
    static func files(root: String) -> SettingsCopy {
        var files = ["people.yaml": people, "key.txt": "ABCDEFGHIJKLMNOP", "ca.pem": "", "own.pem": "", "own.key": ""]
        files["desk.txt"] = "whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg="
        files["devices/named.yaml"] = BaseHome.profile("named", "{path: /motion, state: motion}", dialect: "rtl_433")
        files["devices/motion.yaml"] = BaseHome.profile("motion", "{path: /occupancy, state: motion}")
        return BaseHome.copy(root, files: files)
    }

    static func read(_ root: String) -> SettingsResult {
        SettingsReader.read(root: BaseHome.root, files: files(root: root), zone: { _ in BaseHome.london })
    }

    /// How many mistakes a profile has.
    static func mistakes(inProfile text: String) -> Int {
        let files = SettingsCopy(root: "whole.yaml", files: ["whole.yaml": FileContent(bytes: Array(text.utf8))])
        let reading = Reading(files: files, root: "whole.yaml", credentialsFolder: nil)
        guard let value = reading.document("whole.yaml", from: nil) else { return 1 }
        _ = ProfileReader.profile(value, id: "whole", in: reading)
        return reading.log.errorCount
    }

    static func value(of text: String) throws -> Value {
        let log = ProblemLog()
        var reader = YAMLText(log: log, source: log.add(SourceText(name: "text", text: text, isSecret: false)))
        guard let value = reader.read(), !log.hasErrors else { throw NotYAML(text: text) }
        return value
    }

    struct NotYAML: Error {
        var text: String
    }
}
