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

    /// One profile of a person's own, by the path of its file.
    package static func read(
        file path: String, files: any SettingsFiles = DiskFiles()
    ) -> (profile: DeviceProfile?, problems: [Problem]) {
        let reading = Reading(files: files, root: path, credentialsFolder: nil)
        guard let value = reading.document(path, from: nil) else { return (nil, reading.log.sorted()) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let id = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        let profile = profile(value, id: id, in: reading)
        return (profile, reading.log.sorted())
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
        let whole = WholeProfile(table, dialect, fields)
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
            id: id, title: title, maker: maker, dialect: dialect, eep: eep, models: models.map(\.text),
            fields: fields, identity: whole.identity, clock: whole.clock, privates: whole.privates,
            sleeps: whole.sleeps, supervision: supervision, repeatWithin: repeatWithin, notes: notes.map(\.text),
            samples: samples)
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
