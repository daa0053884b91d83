/// Files that are not on the disk yet, over those that are: to check what is about to be written.
package struct OverlaidFiles: SettingsFiles {
    private let below: any SettingsFiles
    private let above: [String: FileContent]

    package init(_ above: [String: FileContent], over below: any SettingsFiles = DiskFiles()) {
        self.above = above
        self.below = below
    }

    package func read(_ path: String, atMost limit: Int) throws(FileTrouble) -> FileContent {
        guard let content = above[path] else { return try below.read(path, atMost: limit) }
        guard content.bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return content
    }

    package func names(inFolder path: String) -> [String] {
        let added = above.keys.filter { FilePath.folder(of: $0) == path }.map { FilePath.name(of: $0) }
        return Set(below.names(inFolder: path)).union(added).sorted()
    }

    package func exists(_ path: String) -> Bool { above[path] != nil || below.exists(path) }
}
