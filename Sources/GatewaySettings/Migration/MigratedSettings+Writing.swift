internal import Glibc

extension MigratedSettings {
    /// Writes each changed file beside its old one. A new file is for the same eyes as the old one.
    package func write() throws(NewFileTrouble) {
        try NewFile.write(
            files.filter(\.isChanged).map { file in
                NewFile(path: file.newPath, text: file.text, permissions: Self.permissions(of: file.path))
            })
    }

    /// For nobody else where the old file no longer says.
    private static func permissions(of path: String) -> UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
    }
}
