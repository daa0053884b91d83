internal import Glibc

/// The files of this machine.
package struct DiskFiles: SettingsFiles {
    package init() {}

    package func read(_ path: String, atMost limit: Int) throws(FileTrouble) -> FileContent {
        // Non-blocking, so that a named pipe in a settings folder does not hang the start.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.trouble(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.trouble(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw Self.trouble(errno)
            }
            bytes.append(contentsOf: chunk.prefix(count))
            // It may have grown since it was measured.
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        }
        return FileContent(bytes: bytes, isReadableByAll: status.st_mode & S_IROTH != 0)
    }

    package func names(inFolder path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder), names.count < SettingsLimits.folderNames {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard !name.hasPrefix("."), stat(path + "/" + name, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFREG { names.append(name) }
        }
        return names.sorted()
    }

    package func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    private static func trouble(_ code: Int32) -> FileTrouble {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .denied
        case EISDIR: .notAFile
        default: .failed(String(cString: strerror(code)))
        }
    }
}
