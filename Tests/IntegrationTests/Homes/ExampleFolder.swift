import DemoHome
import Foundation

/// A copy of an example home, with the example of its secrets in their place.
struct ExampleFolder: ~Copyable {
    let path: String

    /// - Parameter home: A folder in `docs/examples`, or of `docs` as `packs/home`.
    init(_ home: String) throws {
        let folder = home.contains("/") ? home : "examples/\(home)"
        let manager = FileManager.default
        path = manager.temporaryDirectory.appendingPathComponent("pullcord-\(UUID().uuidString)").path
        try manager.copyItem(atPath: "\(ProjectFolder.root)/docs/\(folder)", toPath: path)
        let secrets = "\(path)/secrets.yaml"
        try? manager.removeItem(atPath: secrets)
        try manager.copyItem(atPath: "\(secrets).example", toPath: secrets)
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secrets)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }
}
