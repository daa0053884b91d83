import GatewayCore

/// A profile made ready for reading: the topics of a device with the fields that stand there.
struct ProfilePlan: Sendable {
    /// The main topic first, where the profile has fields there.
    private(set) var topics: [TopicPlan] = []
    /// How many values a device's memory holds.
    private(set) var memorySize = 0
    /// How many counts a device's memory holds.
    private(set) var counterSize = 0

    private let profile: DeviceProfile
    private let clock: [String]?
    private let silent: [[String]]
    /// What names the device.
    private let identity: [[String]]

    /// - Parameter output: what the device's Zigbee2MQTT publishes.
    init(_ profile: DeviceProfile, output: BridgeOutput = .json) {
        self.profile = profile
        clock = profile.clock.map { FieldPlan.tokens($0.path) }
        silent = profile.privates.map(FieldPlan.tokens)
        identity = profile.identity.map(FieldPlan.tokens)
        let sources = profile.fields.map { source($0) }
        var names: [String] = []
        for source in sources {
            let topic = Self.topic(source.field, profile)
            if !names.contains(topic) { names.append(topic) }
        }
        for name in names {
            let here = sources.filter { Self.topic($0.field, profile) == name }
            switch profile.dialect {
            case .shellyGen2 where name == Self.events: continue
            case .zwaveJSUI where here.allSatisfy({ $0.tokens.isEmpty && $0.field.payload == nil }):
                topics.append(values(name, here))
            default: topics.append(plain(name, here))
            }
        }
        if profile.dialect == .shellyGen2 { addCalls(sources) }
        if profile.dialect == .zigbee2mqtt, output != .json {
            addProperties(sources, isRepeating: output != .attribute)
        }
    }

    private mutating func source(_ field: ProfileField) -> FieldPlan.Source {
        let tokens = FieldPlan.tokens(field.path)
        let isLevel =
            field.capability.kind == .event
            && (field.stays
                ?? profile.dialect.stays(topic: Self.topic(field, profile), name: tokens.first ?? ""))
        var source = FieldPlan.Source(field: field, tokens: tokens, isLevel: isLevel)
        if isLevel || field.capability.kind == .state {
            source.memory = memorySize
            memorySize += 1
        }
        if field.counter != nil {
            source.counter = counterSize
            counterSize += 1
        }
        return source
    }

    static func topic(_ field: ProfileField, _ profile: DeviceProfile) -> String {
        field.topic ?? profile.dialect.mainTopic ?? ""
    }

    private func plain(_ name: String, _ sources: [FieldPlan.Source]) -> TopicPlan {
        let form =
            sources.lazy.compactMap(\.field.payload).first
            ?? (profile.dialect == .homeAssistant || sources.contains { !$0.tokens.isEmpty } ? .json : .text)
        guard form == .json else { return TopicPlan(topic: name, form: .written(form), plan: FieldPlan(sources)) }
        // A component of a Shelly device says its own number.
        let known = profile.dialect == .shellyGen2 && name.hasPrefix(Self.status) ? [["id"]] : identity
        return TopicPlan(
            topic: name, form: .written(form),
            plan: FieldPlan(sources, clock: clock, silent: silent, known: known))
    }

    /// The value alone, or `{"time":1548683523859,"value":10}`, or the entire ValueId (zwave-js-ui,
    /// docs/guide/mqtt.md).
    private func values(_ name: String, _ sources: [FieldPlan.Source]) -> TopicPlan {
        let inside = sources.map { source in
            var source = source
            source.tokens = [JSONReader.valueName]
            return source
        }
        var plan = FieldPlan(inside, clock: ["time"])
        plan.countsUnmapped = false
        return TopicPlan(topic: name, form: .value, plan: plan)
    }

    // MARK: - Shelly

    private static let events = "events"
    private static let status = "status/"

    /// `events/rpc` carries the states of all components, as far as they changed, and the events.
    private mutating func addCalls(_ sources: [FieldPlan.Source]) {
        let states = sources.compactMap { source -> FieldPlan.Source? in
            let topic = Self.topic(source.field, profile)
            guard topic.hasPrefix(Self.status) else { return nil }
            var source = source
            source.base = ["params", String(topic.dropFirst(Self.status.count))]
            source.tokens = source.base + source.tokens
            return source
        }
        let happenings = sources.filter { Self.topic($0.field, profile) == Self.events }
        guard !states.isEmpty || !happenings.isEmpty else { return }
        let ids = Set(states.map(\.base)).map { $0 + ["id"] }.sorted { $0.joined() < $1.joined() }
        let envelope = [["src"], ["dst"], ["method"], ["params", "ts"]]
        var plan = FieldPlan(states, clock: clock, silent: silent, known: envelope + ids)
        plan.read(
            elementsAt: ["params", "events"],
            by: FieldPlan(happenings, clock: clock, known: [["id"], ["ts"], ["component"]]))
        let topic = "events/rpc"
        if let place = topics.firstIndex(where: { $0.topic == topic }) { topics.remove(at: place) }
        topics.append(TopicPlan(topic: topic, form: .written(.json), plan: plan))
    }

    // MARK: - Zigbee2MQTT

    /// One topic for each property; members of members are joined by "-", and a missing value is empty
    /// (lib/controller.ts, iteratePayloadAttributeOutput).
    private mutating func addProperties(_ sources: [FieldPlan.Source], isRepeating: Bool) {
        var names: [String] = []
        let named = sources.filter { $0.field.topic == nil && !$0.tokens.isEmpty && $0.field.guards.isEmpty }
        for source in named {
            let name = source.tokens.joined(separator: "-")
            if !names.contains(name) { names.append(name) }
        }
        for name in names {
            let here = named.filter { $0.tokens.joined(separator: "-") == name }.map { source in
                var source = source
                source.tokens = []
                source.field.group = nil
                source.counter = nil
                return source
            }
            topics.append(
                TopicPlan(
                    topic: name, form: .written(.text), plan: FieldPlan(here), isRepeating: isRepeating))
        }
    }
}
