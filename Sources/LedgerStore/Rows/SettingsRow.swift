/// A settings text that was good, as it stands in its row.
struct SettingsRow: Codable {
    var name: String
    var text: String
    var digest: String
}
