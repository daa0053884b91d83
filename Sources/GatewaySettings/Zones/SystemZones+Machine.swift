internal import Foundation

extension SystemZones {
    /// The zone that this machine's clock is set to; "UTC" where it does not say.
    package static var machine: String { machine(configuration: "/etc", folder: folder) }

    /// - Parameters:
    ///   - configuration: the folder of `localtime`, a link into the system's zones, and `timezone`, a name.
    ///   - folder: a folder of TZif files like the system's.
    static func machine(configuration: String, folder: String) -> String {
        var candidates: [String] = []
        if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: configuration + "/localtime"),
            let folder = link.range(of: "/zoneinfo/")
        {
            candidates.append(String(link[folder.upperBound...]))
        }
        if let content = try? DiskFiles().read(configuration + "/timezone", atMost: 256) {
            let text = String(decoding: content.bytes, as: UTF8.self)
            candidates.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return candidates.first { table(named: $0, in: folder) != nil } ?? "UTC"
    }
}
