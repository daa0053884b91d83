package import GatewayCore

/// Who speaks live at the intakes of a home and is not enrolled there.
///
/// What a broker kept is not heard, and no announcement is: whoever wants to be in this book has to speak now. It is
/// bounded however many there are.
package struct SenderBook: Sendable {
    private struct Port: Sendable {
        var serialProtocol: SerialConnection.SerialProtocol
        var stream: (any SerialStream)?
        /// The newest pieces: a frame may come in several.
        var pieces: [Arrival] = []
    }

    /// In the order in which they were first heard.
    package private(set) var senders: [HeardSender] = []
    private let formats: [IntakeFormat]
    private let enrolled: [EnrolledDevice]
    /// Where enrolled devices with topics of their own are heard.
    private let topics: [IntakeID: Set<String>]
    private let takesKept: Bool
    private var ports: [IntakeID: Port] = [:]
    private var reader = StatementReader()
    /// What newcomers call their model, by their topics.
    private var models: [String: String] = [:]

    /// - Parameter takesKept: what the broker kept is taken too, for a look at what there is. Whoever is to be
    ///   enrolled by a press must speak.
    package init(formats: [IntakeFormat], enrolled: [EnrolledDevice], takesKept: Bool = false) {
        self.takesKept = takesKept
        self.formats = formats
        self.enrolled = enrolled
        topics = enrolled.reduce(into: [:]) { topics, device in
            guard case .topic = device.address else { return }
            topics[device.intake, default: []].formUnion(device.subscriptions.map(\.topic))
        }
        for format in formats {
            guard case .serial(let serialProtocol) = format.form else { continue }
            var port = Port(serialProtocol: serialProtocol, stream: serialProtocol.stream)
            for device in enrolled where device.intake == format.intake {
                guard case .frame(let identity) = device.address, let eep = device.profile.eep else { continue }
                port.stream?.learn(profile: eep, of: identity.lowercased())
            }
            ports[format.intake] = port
        }
    }

    /// Where to listen at a broker, for what is known by its topics and for what the settings' bridges carry.
    package func filters(of intake: IntakeID) -> [String] {
        let bases = bridges(of: intake).map { $0.baseTopic + "/#" }
        let places = TrafficBook.filters.filter { !$0.hasPrefix("homeassistant/") }
        return bases + places.filter { !bases.contains($0) }
    }

    package mutating func take(_ arrival: Arrival) {
        guard takesKept || !arrival.isRetained,
            let format = formats.first(where: { $0.intake == arrival.intake })
        else { return }
        switch format.form {
        case .mqtt: takeMessage(arrival, format)
        case .serial(.jsonLines): takeLines(arrival, format)
        case .serial: takeBytes(arrival, format)
        }
    }

    // MARK: - Brokers

    private mutating func takeMessage(_ arrival: Arrival, _ format: IntakeFormat) {
        guard
            let message = try? PublishedMessage(
                topic: arrival.address, payload: arrival.bytes, isRetained: arrival.isRetained)
        else { return }
        learnModel(message)
        let bridge = bridges(of: arrival.intake).first { arrival.address.hasPrefix($0.baseTopic + "/") }
        let known = bridge.map { Convention(of: $0.dialect) } ?? TrafficBook.convention(of: arrival.address)
        guard let convention = known, let dialect = Dialect(of: convention),
            let list = try? reader.read(message, as: convention), let device = list.device,
            !isEnrolled(device, arrival)
        else { return }
        let statements = list.statements.filter { statement in
            !statement.capability.hasPrefix("bridge.") && !statement.capability.hasPrefix("discovery.")
                && statement.capability != "device.available"
        }
        guard !statements.isEmpty else { return }
        var sender = HeardSender(
            intake: arrival.intake, form: format.form, dialect: dialect, name: device, bridge: bridge?.bridge)
        if let bridge, bridge.dialect == .zigbee2mqtt {
            sender.friendlyName = String(device.dropFirst(bridge.baseTopic.count + 1))
        }
        sender.model = models[device] ?? message["model"]?.text
        add(sender, statements, [arrival])
    }

    /// A Shelly says at its start what it is: `shellies/announce`. It only helps to choose a profile.
    private mutating func learnModel(_ message: PublishedMessage) {
        guard message.topic == "shellies/announce", models.count < DecodingLimits.speakers,
            let id = message["id"]?.text, let model = message["model"]?.text
        else { return }
        models["shellies/" + id] = model
    }

    /// A device of Zigbee2MQTT may be called as another one and more: `hall` and `hall/cord` are two.
    private func isEnrolled(_ sender: String, _ arrival: Arrival) -> Bool {
        if topics[arrival.intake]?.contains(arrival.address) == true { return true }
        return enrolled.contains { device in
            guard device.intake == arrival.intake else { return false }
            switch device.address {
            case .topic(let topic):
                let isHome = device.profile.dialect.mainTopic != ""
                return sender == topic || arrival.address == topic
                    || isHome && arrival.address.hasPrefix(topic + "/")
            case .message(let topic, let identity):
                return arrival.address == topic
                    && SharedTopic.identity(device.profile.identity, in: arrival.bytes) == identity
            case .frame, .line: return false
            }
        }
    }

    private func bridges(of intake: IntakeID) -> [IntakeFormat.BridgeTopic] {
        guard case .mqtt(let bridges)? = formats.first(where: { $0.intake == intake })?.form else { return [] }
        return bridges
    }

    // MARK: - Serial ports

    private mutating func takeBytes(_ arrival: Arrival, _ format: IntakeFormat) {
        guard var port = ports[arrival.intake], var stream = port.stream else { return }
        let frames = stream.take(arrival.bytes, at: arrival.moment).frames
        port.stream = stream
        port.pieces = Array((port.pieces + [arrival]).suffix(DecodingLimits.heardArrivals))
        let pieces = port.pieces
        if !frames.isEmpty { port.pieces = [arrival] }
        ports[arrival.intake] = port
        let known = enrolled.filter { $0.intake == arrival.intake }.map(\.address)
        for frame in frames {
            guard frame.content == .device, let name = frame.identities.first,
                !frame.identities.contains(where: { known.contains(.frame($0)) }),
                let dialect = Dialect(of: port.serialProtocol)
            else { continue }
            let list = FrameStatements.read([frame], as: port.serialProtocol)
            add(
                HeardSender(intake: arrival.intake, form: format.form, dialect: dialect, name: name), list.statements,
                pieces)
        }
    }

    private mutating func takeLines(_ arrival: Arrival, _ format: IntakeFormat) {
        let known = enrolled.filter { $0.intake == arrival.intake }.map(\.address)
        for line in arrival.bytes.split(separator: UInt8(ascii: "\n")) {
            guard line.count <= DecodingLimits.lineBytes, let value = DecodedValue(json: Array(line)),
                let name = value["device"]?.text, !known.contains(.line(name))
            else { continue }
            var list = StatementList(isRetained: false)
            PlainStatements.read(value.members, into: &list)
            add(
                HeardSender(intake: arrival.intake, form: format.form, dialect: .json, name: name), list.statements,
                [arrival])
        }
    }

    // MARK: - Keeping

    private mutating func add(_ sender: HeardSender, _ statements: [Statement], _ arrivals: [Arrival]) {
        guard sender.name.utf8.count <= DecodingLimits.addressBytes else { return }
        var place = senders.firstIndex { known in
            known.intake == sender.intake && known.dialect == sender.dialect && known.name == sender.name
        }
        if place == nil, senders.count < DecodingLimits.speakers {
            place = senders.count
            senders.append(sender)
        }
        guard let place else { return }
        if let model = sender.model { senders[place].model = model }
        senders[place].note(statements, arrivals)
    }
}
