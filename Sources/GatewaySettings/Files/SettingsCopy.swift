/// Everything one reading of the settings looked at, so that a start with bad files can run on the last good
/// ones. It holds the secrets: whoever stores it keeps it readable for the gateway alone.
package struct SettingsCopy: SettingsFiles, Hashable, Codable, Sendable {
    /// The root file's path, under which the copy is read again.
    package var root: String
    package var files: [String: FileContent]

    package init(root: String, files: [String: FileContent] = [:]) {
        self.root = root
        self.files = files
    }

    package func read(_ path: String, atMost limit: Int) throws(FileTrouble) -> FileContent {
        guard let content = files[path] else { throw .missing }
        guard content.bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return content
    }

    package func names(inFolder path: String) -> [String] {
        files.keys.filter { FilePath.folder(of: $0) == path }.map { FilePath.name(of: $0) }.sorted()
    }

    package func exists(_ path: String) -> Bool {
        files[path] != nil
    }
}
