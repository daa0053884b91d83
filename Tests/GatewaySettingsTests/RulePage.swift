import GatewayCore

@testable import GatewaySettings

/// The page of a kind of rule under `docs/rules`, and a home in which its example has a place.
struct RulePage {
    let kind: RuleKind
    let text: String

    /// The first block of YAML.
    var example: String? {
        guard let start = text.firstRange(of: "```yaml\n"), let end = text[start.upperBound...].firstRange(of: "\n```")
        else { return nil }
        return text[start.upperBound..<end.lowerBound] + "\n"
    }

    /// The names in the first column of the first table.
    var settings: [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("|") }) else { return [] }
        return lines[start...].prefix { $0.hasPrefix("|") }.compactMap { line in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            return String(line.dropFirst(3)[..<end])
        }
    }

    /// A home with every thing that the example names, and the files that belong to it; nil where the example is
    /// no map of rules and nothing else.
    func home() -> SettingsCopy? {
        guard let example, let rules = Self.map(of: example), rules.map(\.key) == ["rules"],
            case .map(let entries) = rules[0].value.content
        else { return nil }
        var things = Things()
        for entry in entries {
            guard case .map(let settings) = entry.value.content else { return nil }
            let name = settings.first { $0.key == "kind" }.flatMap { Self.texts($0.value).first }
            guard let name, let kind = RuleRegistry.kind(named: name) else { return nil }
            for setting in settings { things.note(setting, of: kind, beside: settings) }
        }
        return BaseHome.copy(things.home(with: example), files: things.profiles)
    }

    /// What an example names, and what it expects of it.
    private struct Things {
        private var devices: [(id: String, capabilities: [Capability], room: String?)] = []
        private var entrances: [String] = []
        private var rooms: [String] = []
        private var visitors: [String] = []
        private var residents: [String] = []

        mutating func note(_ setting: Value.Pair, of kind: RuleKind, beside settings: [Value.Pair]) {
            let names = RulePage.texts(setting.value)
            let chosen = settings.first { $0.key == "capability" }
                .flatMap { RulePage.texts($0.value).first }.flatMap(Capability.init)
            switch (setting.key, kind.fields.first { $0.name == setting.key }?.shape) {
            case (_, .devices(let anyOf)?):
                for id in names { add(id, chosen ?? Self.named(in: id, anyOf) ?? Self.harmless(anyOf)) }
            case (_, .signals?):
                for signal in RulePage.items(setting.value) { note(signal: signal) }
            case (_, .visitors?): visitors += names
            case ("place", .choice?) where names == ["home"]:
                // Whether anybody is home is known by its entrances.
                add("front-door", .open)
                entrances.append("front-door")
            case ("rooms", nil):
                guard case .devices(let anyOf) = kind.fields.first(where: { $0.name == "devices" })?.shape else { return }
                for room in names { add("sensor-of-" + room, chosen ?? Self.harmless(anyOf), in: room) }
                rooms += names
            case ("resident", nil): residents += names
            default: break
            }
        }

        private mutating func note(signal: Value) {
            guard case .map(let pairs) = signal.content else {
                for id in RulePage.texts(signal) { add(id, .buttonPress) }
                return
            }
            let id = pairs.first { $0.key == "device" }.flatMap { RulePage.texts($0.value).first }
            let capability = pairs.first { $0.key == "capability" }.flatMap { RulePage.texts($0.value).first }
            if let id { add(id, capability.flatMap(Capability.init) ?? .buttonPress) }
        }

        /// One of them that need not be heard by a rule for calls and hazards.
        private static func harmless(_ anyOf: [Capability]) -> Capability {
            anyOf.first { !$0.isAlarmClass } ?? anyOf.first ?? .motion
        }

        /// The one that the device is called after: `bathroom-motion`.
        private static func named(in id: String, _ anyOf: [Capability]) -> Capability? {
            anyOf.first { id.hasSuffix($0.rawValue) }
        }

        private mutating func add(_ id: String, _ capability: Capability, in room: String? = nil) {
            guard let place = devices.firstIndex(where: { $0.id == id }) else {
                devices.append((id, [capability], room))
                return
            }
            if !devices[place].capabilities.contains(capability) { devices[place].capabilities.append(capability) }
        }

        var profiles: [String: String] {
            Dictionary(
                uniqueKeysWithValues: devices.map {
                    ("devices/of-\($0.id).yaml", profile("of-" + $0.id, $0.capabilities))
                })
        }

        private func profile(_ id: String, _ capabilities: [Capability]) -> String {
            let fields = capabilities.map { capability in
                let word = capability.rawValue
                return switch capability.kind {
                case .event: "{path: /action, event: \(word), when: [\(word)]}"
                case .state: "{path: /\(word), state: \(word)}"
                case .number: "{path: /\(word), number: \(word)}"
                }
            }
            return BaseHome.profile(id, fields.joined(separator: "\n  - "))
        }

        func home(with example: String) -> String {
            func section(_ name: String, _ entries: [String]) -> String {
                entries.isEmpty ? "" : "\(name):\n" + entries.map { "  \($0)\n" }.joined()
            }
            let ladders = Priority.allCases.map { "\($0.rawValue): {rungs: [{tell: [anna], wait: 1m}]}" }
            return """
                version: 1
                home: {id: flat-12, name: 12 Mill Lane, zone: Europe/London}
                intakes:
                  broker: {mqtt: {host: 127.0.0.1, bridges: {zigbee: zigbee2mqtt}}}
                channels:
                  desk: {webhook: {url: "http://127.0.0.1:8480/alerts", secret: !secret desk}}
                contacts:
                  anna: {name: Anna, channels: [desk]}

                """ + section("escalations", ladders) + section("residents", residents.map { "\($0): Margaret" })
                + section("visitors", visitors.map { "\($0): The carer" })
                + section("rooms", rooms.map { "\($0): the room" })
                + section(
                    "devices",
                    devices.map { device in
                        let room = device.room.map { ", room: \($0)" } ?? ""
                        let entrance = entrances.contains(device.id) ? ", entrance: true" : ""
                        return "\(device.id): {profile: of-\(device.id)\(room)\(entrance)}"
                    }) + example
        }
    }

    // MARK: - Reading the example

    private static func map(of text: String) -> [Value.Pair]? {
        let log = ProblemLog()
        var reader = YAMLText(log: log, source: log.add(SourceText(name: "example", text: text, isSecret: false)))
        guard case .map(let pairs)? = reader.read()?.content, !log.hasErrors else { return nil }
        return pairs
    }

    private static func items(_ value: Value) -> [Value] {
        if case .list(let items) = value.content { items } else { [value] }
    }

    private static func texts(_ value: Value) -> [String] {
        items(value).compactMap { item in
            if case .scalar(let text, _, _) = item.content { text } else { nil }
        }
    }
}
