internal import Foundation
package import GatewayCore

/// The time zones of this machine's tzdata, as the plain data that the core takes.
///
/// The files are read anew at each call. Foundation's own zones come with Foundation: a law that changes
/// would reach a home only with a new release of the gateway.
package enum SystemZones {
    /// Where Debian's tzdata keeps them.
    package static let folder = "/usr/share/zoneinfo"
    /// Years covered. Beyond the last change of law known by now the newest rule goes on.
    static let years = 2020...2099

    /// All names, for "did you mean".
    package static var names: [String] { names(in: folder) }

    static func names(in folder: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.filter { isName($0) && !isFolder(folder + "/" + $0) }.sorted()
    }

    /// Nil for a name that the machine does not know.
    package static func table(named name: String) -> ZoneTable? { table(named: name, in: folder) }

    /// - Parameter folder: a folder of TZif files like the system's.
    package static func table(named name: String, in folder: String) -> ZoneTable? {
        guard isName(name),
            let content = try? DiskFiles().read(folder + "/" + name, atMost: SettingsLimits.zoneBytes),
            let file = ZoneFile(content.bytes)
        else { return nil }
        return file.table(name: name, years: years)
    }

    /// "Europe/London" and the like: no path that leads anywhere else, and none of the other files there.
    private static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 64, let first = text.utf8.first, (0x41...0x5a).contains(first) else { return false }
        return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { byte in
                    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
                        || byte == 0x5f || byte == 0x2d || byte == 0x2b
                }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
