/// Brings settings of an older version to the current one, in memory.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    private let current: Int

    package init(_ migrations: [Migration] = Migration.shipped, current: Int = SettingsVersion.current) {
        self.migrations = migrations
        self.current = current
    }

    /// - Parameter root: the root file; what it includes goes with it.
    package func migrate(_ root: String, files: any SettingsFiles = DiskFiles()) -> MigrationOutcome {
        let reading = Reading(files: files, root: root, credentialsFolder: nil)
        guard let value = reading.document(root, from: nil) else { return .unreadable(reading.log.sorted()) }
        guard let text = Self.versionText(value) else {
            return .refused(
                "\(root) has no `version`, so nobody can tell what it is to be migrated from. It begins with "
                    + "`version: \(current)` if it is of today.")
        }
        guard let version = Int(text), version >= 0 else {
            return .refused("`\(text)` in \(root) is no version of the settings language.")
        }
        if version == current { return .current }
        guard version < current else {
            return .refused(
                "\(root) is of version \(version) of the settings language, and this gateway knows \(current): "
                    + "it was written for a newer Pullcord. Install that.")
        }
        return migrate(root, from: version, files)
    }

    private func migrate(_ root: String, from version: Int, _ files: any SettingsFiles) -> MigrationOutcome {
        var steps: [Migration] = []
        for number in version..<current {
            guard let step = migrations.first(where: { $0.from == number }) else {
                return .refused(
                    "\(root) is of version \(version) of the settings language, and this gateway knows no way from "
                        + "\(number) to \(number + 1).")
            }
            steps.append(step)
        }
        let reading = Reading(files: files, root: root, credentialsFolder: nil)
        var documents = SettingsDocuments(reading)
        documents.add(root)
        guard !reading.log.hasErrors else { return .unreadable(reading.log.sorted()) }
        var result = MigratedSettings(from: version, files: [], remarks: [])
        for document in documents.all {
            if let other = Self.versionText(document.value), other != String(version) {
                return .refused(
                    "\(document.path) is of version \(other) and \(root) of version \(version): the files of a home "
                        + "are all of one version.")
            }
            let old = reading.log.sources[document.value.place.source].text
            var text = old
            do {
                for step in steps {
                    let done = try DocumentMigration.apply(step, to: text, path: document.path)
                    text = done.text
                    result.remarks += done.remarks
                }
            } catch {
                return .refused(error.sentence)
            }
            result.files.append(.init(path: document.path, text: text, isChanged: text != old))
        }
        return .migrated(result)
    }

    private static func versionText(_ value: Value) -> String? {
        guard case .map(let pairs) = value.content,
            case .scalar(let text, _, .none)? = pairs.first(where: { $0.key == "version" })?.value.content
        else { return nil }
        return text
    }
}
