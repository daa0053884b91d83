/// Where settings are read from: a disk, or memory in tests and in the copy of the last good ones.
package protocol SettingsFiles {
    /// - Parameter limit: more bytes than this are refused, not read.
    func read(_ path: String, atMost limit: Int) throws(FileTrouble) -> FileContent
    /// The names of the plain files in a folder, sorted; empty when there is no such folder.
    func names(inFolder path: String) -> [String]
    func exists(_ path: String) -> Bool
}

package struct FileContent: Hashable, Codable, Sendable {
    package var bytes: [UInt8]
    /// Everybody on the machine can read it.
    package var isReadableByAll: Bool

    package init(bytes: [UInt8], isReadableByAll: Bool = false) {
        self.bytes = bytes
        self.isReadableByAll = isReadableByAll
    }
}

/// Why a file could not be read.
package enum FileTrouble: Error, Hashable, Sendable {
    case missing
    case denied
    case notAFile
    case tooLarge(limit: Int)
    case failed(String)

    /// Ends a sentence that begins with the file's name.
    package var reason: String {
        switch self {
        case .missing: "does not exist"
        case .denied: "may not be read by this user"
        case .notAFile: "is not a plain file"
        case .tooLarge(let limit): "is larger than \(limit) bytes"
        case .failed(let what): "cannot be read: \(what)"
        }
    }

    var code: ProblemCode {
        switch self {
        case .missing: .fileMissing
        case .denied, .notAFile, .failed: .fileUnreadable
        case .tooLarge: .fileTooLarge
        }
    }
}
