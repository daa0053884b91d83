internal import Foundation

/// Where the project's files and built programs lie.
package enum ProjectFolder {
    /// The clone that this was built from.
    package static let root: String = {
        let here = URL(fileURLWithPath: #filePath)
        return here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }()

    package static var exampleHome: String { "\(root)/docs/examples/flat" }
    package static var profiles: String { "\(root)/devices" }
    package static var centreReceiver: String { "\(root)/Tests/IntegrationTests/Peers/dc09_receiver.py" }

    /// The built command: `PULLCORD_BINARY`, or beside the program that runs, where the build puts both.
    package static func pullcord() throws(HomeFailure) -> String {
        if let named = ProcessInfo.processInfo.environment["PULLCORD_BINARY"] { return named }
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appendingPathComponent("pullcord").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw HomeFailure("\(path) has not been built: `swift build --product pullcord`.")
        }
        return path
    }

    /// The Python that has the DC-09 receiver's package: in `PULLCORD_VENV`, or `.venv` of the clone.
    package static func python() throws(HomeFailure) -> String {
        let folder = ProcessInfo.processInfo.environment["PULLCORD_VENV"] ?? "\(root)/.venv"
        let path = "\(folder)/bin/python"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw HomeFailure("\(path) is not there: `make venv` makes it.")
        }
        return path
    }

    /// An installed program; Debian keeps the broker in /usr/sbin, which is not on every user's path.
    package static func installed(_ program: String) throws(HomeFailure) -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        for folder in folders + ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/sbin", "/bin"] {
            let path = "\(folder)/\(program)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw HomeFailure("\(program) is not installed: `make install-tools` installs it.")
    }
}
