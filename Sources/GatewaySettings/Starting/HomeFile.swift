internal import GatewayCore

/// `home.yaml` of a new home: where it is, who lives there, and by what it hears.
struct HomeFile {
    private(set) var lines = SettingsLines()
    private let proposal: Proposal

    var text: String { lines.text }

    init(_ proposal: Proposal) {
        self.proposal = proposal
        head()
        people()
        intakes()
        rest()
    }

    private mutating func head() {
        let answers = proposal.answers
        lines.add(
            """
            # The settings of a home: the root file. `pullcord init` wrote it as a start, from what it found. Change it
            # to what is true, and after each change look at it with `pullcord check home.yaml`.
            #
            # Durations have units (30s, 5m, 1h30m, 50h), flags are true or false, and names are small letters, digits,
            # - and _. Everything that can stand here is in docs/SETTINGS.md.
            version: 1

            include:
              - devices.yaml    # what hangs on the walls and on a wrist
              - contacts.yaml   # who is told, in which order
              - rules.yaml      # what is watched for

            home:
            """, indent: 0)
        lines.add("id", answers.id, indent: 2, remark: "never change it: receivers know this home by it")
        lines.add("name", answers.name, indent: 2, remark: "as responders know it")
        lines.add("# address: 12 Mill Lane, Flat 3, Ashford", indent: 2)
        lines.add(
            "# access: !secret key_safe   # for contacts that share `access`; with a line in secrets.yaml", indent: 2)
        lines.add("zone", answers.zone, indent: 2)
        lines.add("# pets: true              # an animal sets off motion sensors", indent: 2)
        lines.add()
    }

    private mutating func people() {
        if let resident = proposal.answers.resident {
            lines.add("residents:")
            lines.add(MadeName.name(from: resident) ?? "resident", resident, indent: 2)
        } else {
            lines.add("# residents:\n#   margaret: Margaret", indent: 0)
        }
        lines.add(
            """

            # Rooms as they stand in a sentence: "help call, the bathroom". A device says in which it is:
            # `room: bathroom`.
            # rooms:
            #   hall: the hall
            #   bathroom: the bathroom

            """, indent: 0)
    }

    // MARK: - Intakes

    private mutating func intakes() {
        lines.comment("What brings messages of devices: brokers and serial ports.")
        let hasIntakes = proposal.answers.broker != nil || !proposal.receivers.isEmpty
        lines.add(hasIntakes ? "intakes:" : "# intakes:")
        if let broker = proposal.answers.broker { self.broker(broker) } else { noBroker() }
        for receiver in proposal.receivers { ReceiverLines.add(receiver, to: &lines) }
        for port in proposal.otherPorts { otherPort(port) }
        if proposal.receivers.isEmpty {
            lines.add(
                """
                # A 433 MHz receiver; `udevadm info /dev/ttyUSB0` shows its ID_SERIAL:
                # receiver:
                #   serial: {protocol: rfxtrx, usb_serial: RFXCOM_RFXtrx433_A1YIOGBV}
                """, indent: 2)
        }
        lines.add()
    }

    private mutating func broker(_ broker: StartingAnswers.Broker) {
        if let trouble = proposal.surroundings.brokerTrouble {
            lines.comment("When this was written it could not be looked at: \(QuotedText.comment(trouble)).", indent: 2)
        }
        lines.add("broker:\n  mqtt:", indent: 2)
        let isNumber = broker.host.allSatisfy { $0.isNumber || $0 == "." || $0 == ":" }
        let remark = isNumber ? nil : "a number would need no name service on the way of an alarm"
        lines.add("host", broker.host, indent: 6, remark: remark)
        lines.add("port: \(broker.port)", indent: 6)
        if broker.usesTLS {
            lines.add("tls: true             # with an authority of your own: {ca: ca.pem}", indent: 6)
        }
        if let user = broker.user { lines.add("user", user, indent: 6) }
        if broker.password != nil { lines.add("password: !secret \(SecretsFile.brokerPassword)", indent: 6) }
        if proposal.bridges.isEmpty {
            lines.add("# bridges: {zigbee: zigbee2mqtt}   # the base topic of Zigbee2MQTT", indent: 6)
        } else {
            lines.add("bridges:", indent: 6)
            for bridge in proposal.bridges {
                lines.add(bridge.id, bridge.baseTopic, indent: 8, remark: "its base topic")
            }
        }
    }

    private mutating func noBroker() {
        if let trouble = proposal.surroundings.brokerTrouble {
            lines.comment("No broker was found: \(QuotedText.comment(trouble)).", indent: 2)
        }
        lines.add(
            """
            # broker:
            #   mqtt: {host: 127.0.0.1, bridges: {zigbee: zigbee2mqtt}}
            """, indent: 2)
    }

    private mutating func otherPort(_ port: Surroundings.Port) {
        let name = [port.serial ?? port.texts.joined(separator: " "), port.path].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let words = "\(QuotedText.comment(port.node)): \(QuotedText.comment(name.isEmpty ? "without a name" : name))."
        let meaning =
            port.refusal == nil
            ? "Nothing that this gateway knows by name." : "It belongs to its Zigbee or Z-Wave program; leave it alone."
        lines.comment("There is also \(words) \(meaning)", indent: 2)
    }

    private mutating func rest() {
        lines.add(
            """
            # alerts:
            #   quiet_hours: 22:30-07:00   # faults and notices wait for the morning; an emergency never does
            #   fault_after: 15s           # how long a connection may be down before it is a fault

            # Where responders answer; `answer_url` in contacts.yaml leads here.
            pages:
              listen: 127.0.0.1:8490
            """, indent: 0)
    }
}
