import Glibc

/// Runs the body with a folder of its own, and removes it and the files in it afterwards.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    var template = Array("/tmp/pullcord-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FolderError() }
    let path = String(cString: made)
    defer {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                    tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                unlink(path + "/" + name)
            }
            closedir(folder)
        }
        rmdir(path)
    }
    return try await body(path)
}

struct FolderError: Error {}
