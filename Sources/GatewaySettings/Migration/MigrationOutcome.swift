/// What migrating came to.
package enum MigrationOutcome: Sendable {
    /// There is nothing to do.
    case current
    case migrated(MigratedSettings)
    /// In a sentence.
    case refused(String)
    /// What is wrong with the files as they are.
    case unreadable([Problem])
}

/// Settings in the current version, not yet written anywhere.
package struct MigratedSettings: Sendable {
    package struct File: Hashable, Sendable {
        /// Where the old one stands; the new one is to be written beside it.
        package var path: String
        package var text: String
        package var isChanged: Bool

        package var newPath: String { path + ".migrated" }
    }

    /// What a person must look at.
    package struct Remark: Hashable, Sendable {
        package var file: String
        /// Counted from 1; the same in the old file and the new one.
        package var line: Int
        package var sentence: String
    }

    /// The version the files had.
    package var from: Int
    /// The root first, then what it includes, in order.
    package var files: [File]
    package var remarks: [Remark]

    /// The new texts in the place of the old ones.
    package func overlaid(over below: any SettingsFiles = DiskFiles()) -> OverlaidFiles {
        var contents: [String: FileContent] = [:]
        for file in files where file.isChanged { contents[file.path] = FileContent(bytes: Array(file.text.utf8)) }
        return OverlaidFiles(contents, over: below)
    }
}
