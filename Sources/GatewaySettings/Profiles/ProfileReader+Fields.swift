internal import DeviceProtocols
internal import GatewayCore

// `fields`: where the values of a model stand, and what they mean.
extension ProfileReader {
    static func fields(_ table: Table<ProfileShape>, _ dialect: Dialect?) -> [ProfileField] {
        guard let fields = table.fields else { return [] }
        let found = items(fields, limit: SettingsLimits.profileFields, table.reading).flatMap { index, item in
            guard let field = fields.table(item, what: "field \(index + 1)", in: table.reading) else {
                return [ProfileField]()
            }
            defer { field.finish() }
            return read(field, dialect)
        }
        if let dialect { checkTogether(found, table, dialect) }
        return found
    }

    /// One field, once for each of its topics; none, with the reasons in the log, when it is wrong.
    private static func read(_ field: Table<FieldShape>, _ dialect: Dialect?) -> [ProfileField] {
        let topics = topics(field, dialect)
        let payload = field.payload
        let path = field.path
        if let dialect { checkPath(path, payload, field, dialect) }
        let meaning = meaning(field)
        let guards = guards(field, dialect)
        let scaling = FieldScaling(field, meaning?.0)
        let group = field.group
        let counter = field.counter
        if let counter, let dialect { checkPointer(counter, at: field.place(of: "counter"), dialect, field.reading) }
        let stays = field.stays
        let clearsAfter = field.clearsAfter
        guard let (capability, meaning) = meaning, path != nil || dialect.map({ !needsPath($0, payload) }) ?? false
        else { return [] }
        return topics.map { topic in
            var found = ProfileField(topic: topic, path: path ?? "", capability: capability, meaning: meaning)
            found.payload = payload
            found.guards = guards
            found.offset = scaling.offset
            found.unit = scaling.unit
            found.range = scaling.range
            found.group = group
            found.counter = counter
            found.stays = stays
            found.clearsAfter = clearsAfter
            return found
        }
    }

    // MARK: - Where

    private static func topics(_ field: Table<FieldShape>, _ dialect: Dialect?) -> [String?] {
        if let dialect, dialect.isMQTT, dialect.mainTopic == nil {
            field.pairs.demand("topic", hint: topicHint(dialect))
        }
        guard let texts = field.topic else { return [nil] }
        if let dialect, !dialect.isMQTT || dialect.hasIdentities && dialect != .json {
            refuse("topic", field, dialect)
        }
        if texts.count > SettingsLimits.fieldTopics {
            field.reading.log.error(
                .wrongCount, field.place(of: "topic"),
                "there are \(texts.count) topics; there must be 1 to \(SettingsLimits.fieldTopics)")
        }
        for (text, place) in texts where text.hasPrefix("/") || text.hasSuffix("/") || text.contains("#") {
            field.reading.log.error(
                .badTopic, place, "`\(text)` is no topic below a device",
                hint: "without `/` at its ends: `sensor/state`")
        }
        return texts.map(\.text)
    }

    private static func topicHint(_ dialect: Dialect) -> String {
        switch dialect {
        case .shellyGen1: "such as `sensor/state`"
        case .shellyGen2: "`status/<component>`, or `events`"
        case .esphome: "such as `binary_sensor/fall/state`"
        case .zwaveJSUI: "such as `notification/endpoint_0/Water_Alarm/Sensor_status`"
        default: "such as `motion/state`"
        }
    }

    private static func refuse(_ key: String, _ field: Table<FieldShape>, _ dialect: Dialect) {
        field.reading.log.error(
            .keyNotForDialect, field.place(of: key),
            "`\(key)` means nothing for a field of the dialect \(dialect.rawValue)")
    }

    /// Whether a value is always one of several in its message.
    private static func needsPath(_ dialect: Dialect, _ payload: PayloadForm?) -> Bool {
        switch dialect {
        case .zigbee2mqtt, .rtl433, .openMQTTGateway, .rfxtrx, .enOcean, .mysensors, .rflink, .dsmr, .cms50, .lines:
            true
        case .json: payload == nil || payload == .json
        case .homeAssistant, .shellyGen1, .shellyGen2, .tasmota, .esphome, .zwaveJSUI, .homie: payload == .json
        }
    }

    private static func checkPath(
        _ path: String?, _ payload: PayloadForm?, _ field: Table<FieldShape>, _ dialect: Dialect
    ) {
        if field.has("payload"), !dialect.isMQTT { refuse("payload", field, dialect) }
        if needsPath(dialect, payload) { field.pairs.demand("path", hint: nil) }
        guard let path else { return }
        checkPointer(path, at: field.place(of: "path"), dialect, field.reading)
        if let payload, payload != .json {
            field.reading.log.error(
                .badPayload, field.place(of: "path"), "a message that is \(payload.rawValue) has no `path`",
                hint: "the whole message is the value")
        }
    }

    /// RFC 6901, section 3: a JSON pointer begins with `/`.
    static func checkPointer(_ path: String, at place: Place, _ dialect: Dialect, _ reading: Reading) {
        if dialect.isMQTT, !path.hasPrefix("/") {
            reading.log.error(.badFieldPath, place, "`\(path)` is not a JSON pointer", hint: "write `/\(path)`")
        }
        if !dialect.isMQTT, path.hasPrefix("/") {
            reading.log.error(
                .badFieldPath, place, "frames have fields, not JSON pointers", hint: "write `\(path.dropFirst())`")
        }
    }

    private static func guards(_ field: Table<FieldShape>, _ dialect: Dialect?) -> [FieldGuard] {
        guard let pair = field.guards else { return [] }
        var items = [pair.value]
        if case .list(let list) = pair.value.content { items = list }
        guard (1...SettingsLimits.guards).contains(items.count) else {
            field.reading.log.error(
                .wrongCount, pair.keyPlace,
                "there are \(items.count) where; there must be 1 to \(SettingsLimits.guards)")
            return []
        }
        return items.compactMap { item in
            guard let table = Table(item, FieldShape.guarding, what: "`where` of \(field.what)", in: field.reading)
            else {
                return nil
            }
            defer { table.finish() }
            let path = table.path
            let equals = table.equals.flatMap { literals($0, field) }
            if let path, let dialect { checkPointer(path, at: table.place(of: "path"), dialect, field.reading) }
            guard let path, let equals, !equals.isEmpty else { return nil }
            return FieldGuard(path: path, equals: equals)
        }
    }

    /// What only several fields together can have wrong.
    private static func checkTogether(_ fields: [ProfileField], _ table: Table<ProfileShape>, _ dialect: Dialect) {
        var seen: Set<String> = []
        for field in fields {
            guard let group = field.group, seen.insert(group).inserted else { continue }
            let members = fields.filter { $0.group == group }
            if Set(members.map(\.topic)).count != 1 || Set(members.map(\.capability)).count < 2 {
                table.reading.log.error(
                    .badGroup, table.place(of: "fields"),
                    "group `\(group)` is not of two or more different values of one message",
                    hint: "a group is taken all or not at all")
            }
        }
        for topic in Set(fields.map { $0.topic ?? "" }).sorted() {
            let here = fields.filter { ($0.topic ?? "") == topic }
            let forms = Set(here.map { $0.payload ?? ($0.path.isEmpty ? .text : .json) })
            if forms.count > 1, dialect != .homeAssistant, dialect != .zwaveJSUI {
                table.reading.log.error(
                    .badPayload, table.place(of: "fields"),
                    "the messages of `\(topic)` cannot be \(forms.map(\.rawValue).sorted().joined(separator: " and "))",
                    hint: "one topic has one form")
            }
        }
    }

    // MARK: - What

    private static func meaning(_ field: Table<FieldShape>) -> (Capability, ProfileField.Meaning)? {
        let kinds = ["event", "state", "number"].filter(field.has)
        let event = capability(field.event, "event", .event, field)
        let state = capability(field.state, "state", .state, field)
        let number = capability(field.number, "number", .number, field)
        let when = literals(field.when, field)
        let on = literals(field.trueWhen, field)
        let off = literals(field.falseWhen, field)
        let bits = bits(field)
        guard kinds.count == 1 else {
            field.reading.log.error(
                .fieldWithoutMeaning, field.place,
                "\(field.what) must say what it means by exactly one of `event`, `state` and `number`")
            return nil
        }
        let numbers = ["scale", "offset", "unit", "range"]
        let unused: [String]
        let found: (Capability, ProfileField.Meaning)?
        if let event {
            unused = ["true_when", "false_when", "clears_after"] + numbers + (bits == nil ? [] : ["when"])
            if bits == nil, when == nil {
                field.reading.log.error(
                    .eventWithoutWhen, field.place, "\(field.what) does not say `when` the event happens")
            }
            found = (event, bits ?? .happens(when: when ?? []))
        } else if let state {
            unused = ["when", "stays"] + numbers + (bits == nil ? [] : ["true_when", "false_when"])
            found = (state, bits ?? .state(on: on ?? [.flag(true)], off: off ?? [.flag(false)]))
        } else if let number {
            unused = ["when", "true_when", "false_when", "mask", "equals", "stays", "clears_after"]
            found = (number, .number(scaleThousandths: field.scale?.thousandths ?? 1_000))
        } else {
            return nil
        }
        for key in unused where field.has(key) {
            field.reading.log.error(
                .keyWithoutMeaning, field.place(of: key), "`\(key)` has no meaning beside `\(kinds[0])`")
        }
        return found
    }

    private static func capability(
        _ text: String?, _ key: String, _ kind: Capability.Kind, _ field: Table<FieldShape>
    ) -> Capability? {
        guard let text else { return nil }
        if let capability = Capability(rawValue: text), capability.kind == kind { return capability }
        let words = Capability.allCases.filter { $0.kind == kind }.map(\.rawValue)
        let other = Capability(rawValue: text).map {
            "\(text) is \($0.kind == .event ? "an" : "a") \($0.kind.rawValue)"
        }
        field.reading.log.error(
            .unknownCapability, field.place(of: key), "there is no \(kind.rawValue) `\(text)`",
            hint: other ?? Suggestion.hint(for: text, among: words, otherwise: words.joined(separator: ", ")))
        return nil
    }

    private static func bits(_ field: Table<FieldShape>) -> ProfileField.Meaning? {
        let mask = field.mask.flatMap { literal($0.value, name: "mask", field) }
        let equals = field.equals.flatMap { literal($0.value, name: "equals", field) }
        guard field.has("mask") || field.has("equals") else { return nil }
        guard case .integer(let mask) = mask, case .integer(let equals) = equals, mask & equals == equals else {
            field.reading.log.error(
                .badBits, field.place, "`mask` and `equals` are two numbers, and `equals` lies within `mask`",
                hint: "such as `mask: 0x80, equals: 0x80`")
            return nil
        }
        return .bits(mask: mask, equals: equals)
    }

    private static func literals(_ pair: Value.Pair?, _ field: Table<FieldShape>) -> [ProfileField.Literal]? {
        guard let pair else { return nil }
        guard case .list(let items) = pair.value.content else {
            return literal(pair.value, name: pair.key, field).map { [$0] }
        }
        return items.compactMap { literal($0, name: pair.key, field) }
    }

    /// Quoted texts stay texts; `true`, `false`, `12` and `0x0c` are what they look like.
    private static func literal(_ value: Value, name: String, _ field: Table<FieldShape>) -> ProfileField.Literal? {
        guard let text = field.reading.text(value, name: name, limit: SettingsLimits.nameLength),
            case .scalar(_, let isPlain, _) = value.content
        else { return nil }
        guard isPlain else { return .text(text) }
        if text == "true" { return .flag(true) }
        if text == "false" { return .flag(false) }
        if let number = Int64(text) { return .integer(number) }
        if text.hasPrefix("0x"), let number = Int64(text.dropFirst(2), radix: 16) { return .integer(number) }
        return .text(text)
    }
}
