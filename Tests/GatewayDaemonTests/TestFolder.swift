import Foundation
import GatewaySettings

/// A folder of its own for one test, with the settings of a small home.
struct TestFolder: Sendable {
    let path: String

    var settingsFile: String { path + "/home.yaml" }

    /// The profiles that come with the gateway.
    static let profiles: String = {
        let here = URL(fileURLWithPath: #filePath)
        return here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("devices").path
    }()

    static let home = """
        version: 1
        home: {id: flat-12, name: 12 Mill Lane, zone: Europe/London}
        intakes:
          broker: {mqtt: {host: 127.0.0.1, bridges: {zigbee: zigbee2mqtt}}}
        devices:
          pendant: {profile: tuya-ts0215a-sos, supervision: none}
          thermometer: {profile: aqara-wsdcgq11lm, supervision: none}
        channels:
          desk: {webhook: {url: "http://127.0.0.1:1/", secret: !secret desk}}
        contacts:
          anna: {name: Anna, channels: [desk]}
        escalations:
          emergency: {rungs: [{tell: [anna], wait: 1h}]}
          fault: {rungs: [{tell: [anna], wait: 1h}]}
        rules:
          help: {kind: help_call, devices: [pendant], pre_alert: 0s}
        alerts: {fault_after: 1s}

        """

    func write(_ text: String, to name: String = "home.yaml") throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(path)/\(name)")
    }

    func settings() throws -> Settings? {
        SettingsReader.read(root: settingsFile, shippedProfiles: Self.profiles).settings
    }
}

/// Makes a folder with settings for the length of the body.
func withFolder<Result>(_ body: (TestFolder) async throws -> Result) async throws -> Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("daemon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    let folder = TestFolder(path: url.path)
    try folder.write(TestFolder.home)
    try folder.write("desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=\n", to: "secrets.yaml")
    return try await body(folder)
}

/// Waits until something is so; false when it is not in time.
func eventually(within limit: Duration = .seconds(20), _ isSo: () async -> Bool) async -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if await isSo() { return true }
        try? await Task.sleep(for: .milliseconds(10), clock: .continuous)
    }
    return await isSo()
}
