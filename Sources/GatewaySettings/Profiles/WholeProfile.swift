internal import DeviceProtocols
internal import GatewayCore

/// What a profile says beside its fields of how its messages are to be read.
struct WholeProfile {
    private(set) var identity: [String] = []
    private(set) var clock: DeviceClock?
    private(set) var privates: [String] = []
    let sleeps: Bool

    init(_ table: Table<ProfileShape>, _ dialect: Dialect?, _ fields: [ProfileField]) {
        sleeps = table.sleeps
        let identity = table.identity
        let time = table.time
        let privates = table.privates
        guard let dialect else { return }
        self.identity = identity?.map(\.text) ?? dialect.usualIdentity
        self.privates = privates?.map(\.text) ?? []
        clock = time.flatMap { Self.clock($0, dialect) }
        for (text, place) in (identity ?? []) + (privates ?? []) {
            ProfileReader.checkPointer(text, at: place, dialect, table.reading)
        }
        let isRefused: [(String, Bool)] = [
            ("identity", !dialect.hasIdentities), ("private", !dialect.isMQTT), ("time", !dialect.isMQTT),
        ]
        for (key, isWrong) in isRefused where isWrong && table.has(key) {
            table.reading.log.error(
                .keyNotForDialect, table.place(of: key),
                "`\(key)` means nothing for a profile of the dialect \(dialect.rawValue)")
        }
        if let identity, identity.count > SettingsLimits.identityParts {
            table.reading.log.error(
                .wrongCount, table.place(of: "identity"),
                "there are \(identity.count) identity; there must be 1 to \(SettingsLimits.identityParts)")
        }
        if identity != nil, fields.contains(where: { $0.topic != nil }) {
            table.reading.log.warning(
                .bothGiven, table.place(of: "identity"),
                "a device that is named in its messages has no topics of its own")
        }
        checkPrivates(privates ?? [], fields, table)
    }

    private static func clock(_ table: Table<ClockShape>, _ dialect: Dialect) -> DeviceClock? {
        defer { table.finish() }
        let path = table.path
        let form = table.form
        let past = table.past
        let future = table.future
        if let path { ProfileReader.checkPointer(path, at: table.place(of: "path"), dialect, table.reading) }
        guard let path, let form else { return nil }
        return DeviceClock(path: path, form: form, past: past, future: future)
    }

    private func checkPrivates(_ privates: Texts, _ fields: [ProfileField], _ table: Table<ProfileShape>) {
        let wanted =
            fields.flatMap { [$0.path] + $0.guards.map(\.path) + [$0.counter].compactMap { $0 } }
            + identity + [clock?.path].compactMap { $0 }
        for (text, place) in privates {
            guard let path = wanted.first(where: { $0 == text || $0.hasPrefix(text + "/") }) else { continue }
            table.reading.log.error(
                .badPrivate, place, "`\(text)` is private, but `\(path)` is read", hint: "what is private nobody reads")
        }
    }
}
