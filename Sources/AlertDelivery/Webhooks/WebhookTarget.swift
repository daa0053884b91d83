import FoundationEssentials
import GatewayCore

/// A responder's URL, checked.
struct WebhookTarget: Hashable, Sendable {
    let url: String
    let isEncrypted: Bool

    /// - Throws: for what is no http or https URL, and for plain http to another machine: anybody on the way
    ///   could read an alert and answer for the responder.
    init(_ text: String) throws(ChannelSettingsError) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host(),
            !host.isEmpty, ["http", "https"].contains(scheme)
        else { throw ChannelSettingsError("The webhook's url is not one that begins with https:// and has a host.") }
        guard url.user() == nil, url.password() == nil else {
            throw ChannelSettingsError("The webhook's url holds a user name; messages are signed with its secret.")
        }
        isEncrypted = scheme == "https"
        guard isEncrypted || Self.isLoopback(host) else {
            throw ChannelSettingsError(
                "The webhook's url is http:// to another machine; alerts leave this one only over https://.")
        }
        self.url = text
    }

    /// `localhost`, 127.0.0.0/8 and ::1.
    static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased().filter { $0 != "[" && $0 != "]" }
        if name == "localhost" || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil } && parts[0] == "127"
    }
}
