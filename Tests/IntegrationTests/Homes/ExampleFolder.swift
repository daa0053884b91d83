import DemoHome
import Foundation

/// A copy of an example home, with the example of its secrets in their place.
struct ExampleFolder: ~Copyable {
    let path: String

    init(_ home: String) throws {
        let manager = FileManager.default
        path = manager.temporaryDirectory.appendingPathComponent("pullcord-\(UUID().uuidString)").path
        try manager.copyItem(atPath: "\(ProjectFolder.root)/docs/examples/\(home)", toPath: path)
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
