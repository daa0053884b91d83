package import GatewayCore

/// Turns arrivals into readings. The only place where bytes from outside get a meaning.
///
/// It decides and remembers (torn frames, copies of presses, which bridge has just started), and touches
/// nothing. It runs on the engine's thread for each arrival: one look-up finds the device, one pass reads what
/// its profile wants. A redelivered arrival is never taken for a copy here: its first try may not have been
/// recorded.
package struct ArrivalDecoder: Sendable {
    /// One intake's addresses and the state of its stream.
    struct IntakeEntry: Sendable {
        var form: IntakeFormat.Form
        var topics: [String: TopicRoute] = [:]
        var shared: [SharedTopic] = []
        /// Topics of devices, and whether they publish at any depth below it.
        var homes: [String: Bool] = [:]
        /// Base topics with a slash at their end, and the place of their bridge.
        var bases: [(topic: String, bridge: Int)] = []
        var frames: [String: Int] = [:]
        var directory: [String: (device: Int, plan: FieldPlan)] = [:]
        var lineFramer = LineFramer()
        /// Nil where no byte stream is read in frames.
        var stream: (any SerialStream)?
    }

    let reader = JSONReader()
    var intakes: [IntakeEntry] = []
    private(set) var intakeIndex: [IntakeID: Int] = [:]
    var devices: [EnrolledEntry] = []
    var bridges: [(id: BridgeID, dialect: Dialect, memory: BridgeMemory)] = []

    /// - Precondition: no intake stands twice, and each device's intake has a format. The settings have
    ///   checked them.
    package init(formats: [IntakeFormat], enrolled: [EnrolledDevice]) {
        for format in formats {
            precondition(intakeIndex[format.intake] == nil, "An intake has one format.")
            intakeIndex[format.intake] = intakes.count
            var entry = IntakeEntry(form: format.form)
            if case .serial(let serial) = format.form { entry.stream = serial.stream }
            if case .mqtt(let topics) = format.form {
                for topic in topics {
                    if let state = topic.whereItStands { entry.topics[state] = .bridge(bridges.count) }
                    if topic.dialect == .zigbee2mqtt { entry.bases.append((topic.baseTopic + "/", bridges.count)) }
                    bridges.append((topic.bridge, topic.dialect, BridgeMemory()))
                }
            }
            intakes.append(entry)
        }
        for device in enrolled { enrol(device) }
        // The devices' own topics last: one may be called like another's "/action". None is the bridge's.
        for (place, device) in enrolled.enumerated() {
            guard case .topic(let base) = device.address, let intake = intakeIndex[device.intake] else { continue }
            intakes[intake].homes[base] = device.profile.dialect.mainTopic != ""
            for (index, plan) in devices[place].topics.enumerated().reversed() where !plan.isRepeating {
                let topic = device.profile.dialect.topic(plan.topic, of: base)
                if case .bridge? = intakes[intake].topics[topic] { continue }
                intakes[intake].topics[topic] = .device(place, topic: index)
            }
        }
    }

    private mutating func enrol(_ device: EnrolledDevice) {
        guard let intake = intakeIndex[device.intake] else {
            preconditionFailure("A device's intake has a format.")
        }
        let place = devices.count
        let entry = EnrolledEntry(device, bridge: bridges.firstIndex { $0.id == device.bridge })
        devices.append(entry)
        switch device.address {
        case .topic(let topic):
            let dialect = device.profile.dialect
            if let availability = dialect.availabilityTopic {
                let whole = dialect.topic(availability, of: topic)
                intakes[intake].topics[whole] = device.profile.sleeps ? .ignored : .availability(place)
            }
            guard dialect == .zigbee2mqtt else { return }
            for suffix in ["/action", "/set", "/get"] { intakes[intake].topics[topic + suffix] = .ignored }
        case .message(let topic, let identity):
            if case .shared(let shared)? = intakes[intake].topics[topic] {
                intakes[intake].shared[shared].add(identity, named: device.profile.identity, device: place)
                return
            }
            var shared = SharedTopic(topic)
            shared.add(identity, named: device.profile.identity, device: place)
            intakes[intake].topics[topic] = .shared(intakes[intake].shared.count)
            intakes[intake].shared.append(shared)
        case .frame(let identity):
            intakes[intake].frames[identity.lowercased()] = place
            if let eep = device.profile.eep {
                intakes[intake].stream?.learn(profile: eep, of: identity.lowercased())
            }
        case .line(let name): intakes[intake].directory[name] = (place, entry.plan)
        }
    }

    /// Whether an intake is a serial port.
    package func isSerial(_ intake: IntakeID) -> Bool {
        guard let place = intakeIndex[intake], case .serial = intakes[place].form else { return false }
        return true
    }

    package mutating func decode(_ arrival: Arrival) -> DecodedArrival {
        var decoded = DecodedArrival()
        guard let intake = intakeIndex[arrival.intake] else {
            decoded.refuse("The arrival comes from an intake that is not declared.")
            return decoded
        }
        switch intakes[intake].form {
        case .mqtt: decodePublish(arrival, intake, &decoded)
        case .serial(.jsonLines): decodeLines(arrival, intake, &decoded)
        case .serial: decodeStream(arrival, intake, &decoded)
        }
        decoded.sender = nil
        return decoded
    }
}
