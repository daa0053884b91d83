package import GatewayCore

/// Settings for a home of which only a recording is known: its devices come from the recording, its rules from packs
/// or from a settings file whose rules name their devices by `all`.
package enum RecordedHomeSettings {
    /// - Parameters:
    ///   - packs: by name; unknown ones are reported.
    ///   - devices: what stood at the places of the recording.
    ///   - zone: where the home is, as a name that `zones` knows.
    package static func read(
        packs: [String], devices: [Device], zone: String, zones: (String) -> ZoneTable? = SystemZones.table(named:)
    ) -> SettingsResult {
        let names = packs.map(QuotedText.quoted).joined(separator: ", ")
        let ladders = Priority.allCases.map { "  \($0.rawValue): {rungs: [{tell: [family], wait: 10m}]}\n" }.joined()
        let text = """
            version: 1
            home: {id: recorded, name: A recorded home, zone: \(zone)}
            packs: [\(names)]
            channels:
              service: {webhook: {url: "https://localhost/replay", secret: !secret service}}
            contacts:
              family: {name: The family, channels: [service]}
            escalations:

            """ + ladders
        let files = [root: text, "secrets.yaml": "service: whsec_cmVwbGF5cyB0ZWxsIG5vYm9keSBhdCBhbGw=\n"]
        let copy = SettingsCopy(
            root: root, files: files.mapValues { FileContent(bytes: Array($0.utf8)) })
        return SettingsReader.read(root: root, files: copy, zone: zones, recorded: devices)
    }

    private static let root = "home.yaml"
}
