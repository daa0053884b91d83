import Glibc

/// Makes names in a folder durable: a file that was made, renamed or removed is so only on disk after this.
enum FolderSync {
    static func sync(_ folder: String) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        // Nothing can be done about a failure that the next write would not show as well.
        _ = fsync(descriptor)
        _ = Glibc.close(descriptor)
    }
}
