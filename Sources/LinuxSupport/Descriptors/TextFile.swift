internal import Glibc

/// Small files of /proc and /sys.
enum TextFile {
    /// The first line of a small file, without its end; nil when it is empty or cannot be read.
    static func firstLine(of path: String) -> String? {
        // Safe: Swift passes a C string that lives through the call. O_CLOEXEC needs no third argument.
        let raw = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard raw >= 0 else { return nil }
        let file = OwnedDescriptor(raw)
        guard let bytes = try? file.read(atMost: 256) else { return nil }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
}
