internal import GatewayCore

// Secrets that hide in addresses.
extension SettingsBuilder {
    /// Whether a web address holds a user and password, which is reported without showing them.
    func refusesCredentials(in url: String, at place: Place) -> Bool {
        guard let start = url.firstRange(of: "://")?.upperBound else { return false }
        guard url[start...].prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains("@") else { return false }
        reading.log.error(
            .credentialsInAddress, place, "this web address holds a user and a password in plain text",
            hint: "leave out what stands before the `@`: what is sent is signed with the channel's `secret`",
            isSecret: true)
        return true
    }
}
