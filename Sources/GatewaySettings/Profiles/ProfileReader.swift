package import DeviceProtocols
internal import GatewayCore

/// Reads `devices/*.yaml`: how one device model speaks, with samples that prove it.
package enum ProfileReader {
    /// All profiles of a folder, in order of name.
    package static func readAll(
        inFolder folder: String, files: any SettingsFiles = DiskFiles()
    ) -> (profiles: [DeviceProfile], problems: [Problem]) {
        let reading = Reading(files: files, root: folder + "/", credentialsFolder: nil)
        var profiles: [DeviceProfile] = []
        for name in files.names(inFolder: folder) where name.hasSuffix(".yaml") {
            guard let value = reading.document(FilePath.join(folder, name), from: nil) else { continue }
            let id = String(name.dropLast(5))
            if let profile = profile(value, id: id, in: reading) { profiles.append(profile) }
        }
        return (profiles, reading.log.sorted())
    }

    /// Nil, with the reasons in the log, when anything in it is wrong.
    static func profile(_ value: Value, id: String, in reading: Reading) -> DeviceProfile? {
        guard let table = Table(value, ProfileShape.declared, what: "profile `\(id)`", in: reading) else { return nil }
        let errorsBefore = reading.log.errorCount
        let version = table.version
        if let version, let text = reading.text(version.value, name: "version", limit: SettingsLimits.nameLength),
            text != "1"
        {
            reading.log.error(
                .unknownVersion, version.value.place, "this gateway does not know version `\(text)` of profiles")
        }
        if let given = table.id, given != id {
            reading.log.error(
                .profileNameDiffers, table.place(of: "id"),
                "the profile is called `\(given)`, but its file `\(id).yaml`",
                hint: "the id is the file's name")
        }
        let title = table.title
        let maker = table.maker
        let dialect = table.dialect
        let eep = equipmentProfile(table, dialect)
        let models = table.models ?? []
        let fields = fields(table, dialect)
        let supervision = table.supervision
        let repeatWithin = table.repeatWithin
        let notes = table.notes ?? []
        // After a mistake in a field its capability is missing, which is no fault of the samples.
        let told = reading.log.errorCount == errorsBefore ? fields.map(\.capability) : Capability.allCases
        let samples = samples(table, told: told, dialect)
        table.finish()
        guard reading.log.errorCount == errorsBefore, let title, let maker, let dialect,
            let supervision
        else { return nil }
        return DeviceProfile(
            id: id, title: title, maker: maker, dialect: dialect, eep: eep, models: models.map(\.text), fields: fields,
            supervision: supervision, repeatWithin: repeatWithin, notes: notes.map(\.text), samples: samples)
    }

    // MARK: - Fields

    private static func fields(_ table: Table<ProfileShape>, _ dialect: Dialect?) -> [ProfileField] {
        guard let fields = table.fields else { return [] }
        return items(fields, limit: SettingsLimits.profileFields, table.reading).compactMap { index, item in
            guard let field = fields.table(item, what: "field \(index + 1)", in: table.reading) else { return nil }
            defer { field.finish() }
            let path = field.path
            if let path, let dialect { checkPath(path, at: field.place(of: "path"), dialect, table.reading) }
            guard let (capability, meaning) = meaning(field), let path else { return nil }
            return ProfileField(path: path, capability: capability, meaning: meaning)
        }
    }

    /// RFC 6901, section 3: a JSON pointer begins with `/`.
    private static func checkPath(_ path: String, at place: Place, _ dialect: Dialect, _ reading: Reading) {
        switch dialect {
        case .zigbee2mqtt, .json:
            if !path.hasPrefix("/") {
                reading.log.error(.badFieldPath, place, "`\(path)` is not a JSON pointer", hint: "write `/\(path)`")
            }
        case .rfxtrx, .enOcean:
            if path.hasPrefix("/") {
                reading.log.error(
                    .badFieldPath, place, "frames have fields, not JSON pointers", hint: "write `\(path.dropFirst())`")
            }
        }
    }

    private static func meaning(_ field: Table<FieldShape>) -> (Capability, ProfileField.Meaning)? {
        let kinds = ["event", "state", "number"].filter(field.has)
        let event = capability(field.event, "event", .event, field)
        let state = capability(field.state, "state", .state, field)
        let number = capability(field.number, "number", .number, field)
        let when = literals(field.when, field)
        let on = literals(field.trueWhen, field)
        let off = literals(field.falseWhen, field)
        let bits = bits(field)
        let scale = field.scale
        guard kinds.count == 1 else {
            field.reading.log.error(
                .fieldWithoutMeaning, field.place,
                "\(field.what) must say what it means by exactly one of `event`, `state` and `number`")
            return nil
        }
        let unused: [String]
        let found: (Capability, ProfileField.Meaning)?
        if let event {
            unused = ["true_when", "false_when", "scale"] + (bits == nil ? [] : ["when"])
            if bits == nil, when == nil {
                field.reading.log.error(
                    .eventWithoutWhen, field.place, "\(field.what) does not say `when` the event happens")
            }
            found = (event, bits ?? .happens(when: when ?? []))
        } else if let state {
            unused = ["when", "scale"] + (bits == nil ? [] : ["true_when", "false_when"])
            found = (state, bits ?? .state(on: on ?? [.flag(true)], off: off ?? [.flag(false)]))
        } else if let number {
            unused = ["when", "true_when", "false_when", "mask", "equals"]
            found = (number, .number(scaleThousandths: scale?.thousandths ?? 1_000))
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

    static func items<S>(_ tables: Tables<S>, limit: Int, _ reading: Reading) -> [(Int, Value)] {
        let pair = tables.pair
        guard case .list(let items) = pair.value.content else {
            reading.log.error(
                .wrongForm, pair.value.place, "`\(pair.key)` is \(pair.value.form), where a list belongs")
            return []
        }
        guard items.count <= limit, !items.isEmpty else {
            reading.log.error(
                .wrongCount, pair.keyPlace, "there are \(items.count) \(pair.key); there must be 1 to \(limit)")
            return []
        }
        return Array(items.enumerated())
    }
}
