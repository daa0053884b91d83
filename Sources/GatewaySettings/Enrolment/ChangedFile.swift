internal import Glibc

/// A settings file that changes: the new one is written whole beside the old one, and takes its place in one step.
/// The old one stays under the same name with `.before`.
package struct ChangedFile: Sendable {
    /// Links are followed: what they lead to changes, and they stay.
    package let path: String
    private let before: [UInt8]
    private let after: [UInt8]

    /// - Parameter before: what the file holds; when it holds something else by then, it is not changed.
    package init(path: String, before: [UInt8], after: [UInt8]) {
        self.path = Self.resolved(path) ?? path
        self.before = before
        self.after = after
    }

    package var keptPath: String { path + ".before" }

    package func write() throws(NewFileTrouble) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw trouble() }
        let draft = path + ".new"
        unlink(draft)
        let text = String(decoding: after, as: UTF8.self)
        try NewFile.write([NewFile(path: draft, text: text, permissions: status.st_mode & 0o777)])
        // The gateway's group reads the settings. Whoever may not give files away owns them already.
        _ = chown(draft, status.st_uid, status.st_gid)
        do {
            let now = try DiskFiles().read(path, atMost: SettingsLimits.fileBytes)
            guard now.bytes == before else { throw FileTrouble.failed("it was changed meanwhile") }
        } catch {
            unlink(draft)
            throw .failed(path, reason: "it has changed since it was checked, or cannot be read any more")
        }
        unlink(keptPath)
        guard link(path, keptPath) == 0, rename(draft, path) == 0 else {
            defer { unlink(draft) }
            throw trouble()
        }
        let folder = open(FilePath.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private func trouble() -> NewFileTrouble { .failed(path, reason: String(cString: strerror(errno))) }
}
