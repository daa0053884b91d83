internal import Glibc

/// A file that is to be written where none is yet.
package struct NewFile: Hashable, Sendable {
    package var path: String
    package var text: String
    /// Permission bits of chmod(2).
    package var permissions: UInt32

    package init(path: String, text: String, permissions: UInt32 = 0o644) {
        self.path = path
        self.text = text
        self.permissions = permissions
    }

    /// Writes all of them, or none: what stands on the disk is never written over, and what was begun is taken
    /// away again when a later one cannot be written.
    package static func write(_ files: [NewFile]) throws(NewFileTrouble) {
        try refuseExisting(files.map(\.path))
        var written: [String] = []
        do {
            for file in files {
                try file.write()
                written.append(file.path)
            }
        } catch {
            for path in written { unlink(path) }
            throw error
        }
    }

    /// - Throws: when anything is at one of the paths already.
    package static func refuseExisting(_ paths: [String]) throws(NewFileTrouble) {
        let existing = paths.filter(isTaken)
        guard existing.isEmpty else { throw .exists(existing) }
    }

    /// Also by a link that leads nowhere.
    private static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func write() throws(NewFileTrouble) {
        // For nobody else until it is whole.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .exists([path]) : .failed(path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw giveUp() }
            rest = rest.dropFirst(count)
        }
        guard fchmod(descriptor, permissions) == 0, fsync(descriptor) == 0 else { throw giveUp() }
    }

    private func giveUp() -> NewFileTrouble {
        let code = errno
        unlink(path)
        return .failed(path, reason: String(cString: strerror(code)))
    }
}

/// Why new files could not be written. None of them was.
package enum NewFileTrouble: Error, Hashable, Sendable {
    /// These are there already.
    case exists([String])
    case failed(String, reason: String)

    /// A sentence.
    package var reason: String {
        switch self {
        case .exists(let paths):
            "\(paths.joined(separator: ", ")) \(paths.count == 1 ? "is" : "are") there already, and nothing is "
                + "written over."
        case .failed(let path, let reason): "\(path) cannot be written: \(reason)."
        }
    }
}
