import Glibc
import LinuxSupport
import Testing

@testable import SerialIntake

/// Where the mock devices and the program under them are.
enum Umockdev {
    /// umockdev and what compiles a program with it.
    static let isInstalled = ["umockdev-run", "umockdev-wrapper"].allSatisfy { find($0) != nil }
    static let canCompile =
        isInstalled && system("cc --version >/dev/null 2>&1 && pkg-config --exists umockdev-1.0") == 0

    /// The folder of the build, in which the test bundle lies.
    static let buildFolder: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }()

    static var probe: String { buildFolder + "/SerialProbe" }

    static func data(_ name: String) -> String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
            + "/Umockdev/" + name
    }

    private static func find(_ program: String) -> String? {
        let path = Environment.value(of: "PATH") ?? "/usr/bin"
        return path.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }
}
