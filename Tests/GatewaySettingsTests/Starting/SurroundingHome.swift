import DeviceProtocols
import GatewayCore
import GatewaySettings

/// What a new home is made of in tests, and how it reads.
enum SurroundingHome {
    private static let project = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

    static let profiles = ProfileReader.readAll(inFolder: project + "/devices").profiles

    private static let shipped: [String: FileContent] = {
        var files: [String: FileContent] = [:]
        for name in DiskFiles().names(inFolder: project + "/devices") {
            files["/shipped/" + name] = try? DiskFiles().read(project + "/devices/" + name, atMost: 100_000)
        }
        return files
    }()

    static func answers(broker: StartingAnswers.Broker? = StartingAnswers.Broker("127.0.0.1:1883")) -> StartingAnswers {
        StartingAnswers(
            name: "12 Mill Lane", zone: "Europe/London", resident: "Margaret", broker: broker, contact: "Anna Müller",
            deskURL: "https://desk.example/webhook",
            deskSecret: Secret("whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg="))
    }

    /// The new home as `check` sees it, written nowhere.
    static func read(_ home: StartingHome) -> SettingsResult {
        var files = shipped
        for file in home.files {
            files[file.path] = FileContent(bytes: Array(file.text.utf8), isReadableByAll: file.permissions & 0o004 != 0)
        }
        return SettingsReader.read(
            root: "home.yaml", files: SettingsCopy(root: "home.yaml", files: files), shippedProfiles: "/shipped",
            zone: { ZoneTable(name: $0, firstOffset: 0, transitions: []) })
    }

    static func text(_ name: String, of home: StartingHome) -> String {
        home.files.first { $0.path == name }?.text ?? ""
    }

    static func surroundings(_ devices: [AnnouncedDevice], ports: [Surroundings.Port] = []) -> Surroundings {
        Surroundings(
            bridges: [.init(baseTopic: "zigbee2mqtt", announcement: BridgeAnnouncement(devices: devices))], ports: ports
        )
    }
}
