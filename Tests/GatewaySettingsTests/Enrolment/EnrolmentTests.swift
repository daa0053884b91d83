import DeviceProtocols
import Foundation
import GatewayCore
import GatewaySettings
import Testing

/// How a stranger that was heard becomes lines of the settings.
struct EnrolmentTests {
    private static let devices = """
        # Kept by Anna. Do not sort.
        devices:
            # In the hall drawer.
            pendant: {profile: tuya-ts0215a-sos, resident: margaret, supervision: none}   # the red one
            spare:
                profile: rfxtrx-security-panic
                address: "20:02:c0ffee"
            # The old sensor was at 20:00:aaaaaa.

        # Rooms as they are called.
        rooms:
            hall: the hall

        """

    private static let home = """
        version: 1
        include: [devices.yaml]
        home: {id: flat-12, name: 12 Mill Lane, zone: Europe/London}
        residents: {margaret: Margaret}
        intakes:
          broker: {mqtt: {host: 127.0.0.1, bridges: {zigbee: zigbee2mqtt}}}
          receiver: {serial: {protocol: rfxtrx, file: /dev/null}}
        channels:
          desk: {webhook: {url: "http://127.0.0.1:1/", secret: !secret desk}}
        contacts:
          anna: {name: Anna, channels: [desk]}
        escalations:
          all: {rungs: [{tell: [anna], wait: 1h}]}
        priorities:
          emergency: {escalation: all}
          urgent: {escalation: all}
          fault: {escalation: all}
        rules:
          help: {kind: help_call, devices: [pendant, spare], pre_alert: 0s}

        """

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("devices").path
    private static let profiles = ProfileReader.readAll(inFolder: folder).profiles

    private func files(_ devices: String = Self.devices) -> OverlaidFiles {
        let texts = [
            "home.yaml": Self.home, "devices.yaml": devices,
            "secrets.yaml": "desk: whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg=\n",
        ]
        return OverlaidFiles(texts.mapValues { FileContent(bytes: Array($0.utf8)) })
    }

    private func settings(_ files: OverlaidFiles) throws -> Settings {
        let result = SettingsReader.read(root: "home.yaml", files: files, shippedProfiles: Self.folder)
        return try #require(result.settings, "\(result.errors.map { $0.render() })")
    }

    private func arrival(_ intake: String, _ address: String, _ bytes: [UInt8], retained: Bool = false) -> Arrival {
        let moment = Moment(
            boot: BootTime(nanoseconds: 1_000_000_000), wall: WallTime(milliseconds: 1_767_225_600_000),
            quality: .synchronised)
        return Arrival(
            intake: IntakeID(intake), address: address, bytes: bytes, moment: moment, isRetained: retained,
            isAlarmClass: false)
    }

    private static let press: [UInt8] = [0x08, 0x20, 0x02, 0x01, 0xBA, 0xDA, 0x55, 0x06, 0x69]

    private func proposal(_ settings: Settings) throws -> EnrolmentProposal {
        var book = SenderBook(formats: settings.formats, enrolled: settings.enrolled)
        // In two pieces, as a slow line brings it.
        book.take(arrival("receiver", "", Array(Self.press.prefix(4))))
        book.take(arrival("receiver", "", Array(Self.press.dropFirst(4))))
        let sender = try #require(book.senders.first)
        #expect(book.senders.count == 1)
        return EnrolmentProposal(sender, profiles: Self.profiles, rooms: settings.plan.home.rooms)
    }

    @Test("what the broker kept, what is enrolled and what is announced is no stranger")
    func strangers() throws {
        let settings = try settings(files())
        var book = SenderBook(formats: settings.formats, enrolled: settings.enrolled)
        let config = Array(#"{"state_topic":"x/y","device_class":"door","device":{"identifiers":["A"]}}"#.utf8)
        book.take(arrival("broker", "zigbee2mqtt/door", Array(#"{"contact":false}"#.utf8), retained: true))
        book.take(arrival("broker", "zigbee2mqtt/pendant", Array(#"{"action":"emergency"}"#.utf8)))
        book.take(arrival("broker", "homeassistant/binary_sensor/shed/config", config))
        book.take(arrival("broker", "zigbee2mqtt/bridge/state", Array("online".utf8)))
        book.take(arrival("receiver", "", [0x08, 0x20, 0x02, 0x01, 0xC0, 0xFF, 0xEE, 0x06, 0x69]))
        book.take(arrival("broker", "zigbee2mqtt/pendant/battery", Array("80".utf8)))
        #expect(book.senders.isEmpty)
        // Another device may be called as an enrolled one and more.
        var namesake = book
        namesake.take(arrival("broker", "zigbee2mqtt/pendant/two", Array(#"{"action":"emergency"}"#.utf8)))
        #expect(namesake.senders.map(\.friendlyName) == ["pendant/two"])
        book.take(arrival("broker", "zigbee2mqtt/hall/door", Array(#"{"contact":false,"battery":80}"#.utf8)))
        let door = try #require(book.senders.first)
        #expect(door.friendlyName == "hall/door" && door.strength == .movement)
        let announced = AnnouncedDevice(friendlyName: "hall/door", model: "SNZB-04")
        let proposal = EnrolmentProposal(
            door, announced: announced, profiles: Self.profiles, rooms: settings.plan.home.rooms)
        #expect(proposal.profile?.models.contains("SNZB-04") == true)
        #expect(proposal.room == RoomID("hall"))
    }

    @Test("a frame in pieces is read with the profile that explains most of it")
    func fit() throws {
        let proposal = try proposal(settings(files()))
        #expect(proposal.sender.name == "20:02:bada55")
        #expect(proposal.profile?.id == "rfxtrx-security-panic")
        #expect(proposal.strength == .press)
    }

    @Test("the device is put behind the others in their own indentation, and all else stays")
    func adding() throws {
        let files = files()
        let settings = try settings(files)
        let proposal = try proposal(settings)
        let entry = try #require(EnrolmentText(proposal, name: "Bath cord", in: settings))
        let addition = try DevicesAddition(
            entry, heardAs: proposal, to: settings, root: "home.yaml", shippedProfiles: Self.folder, files: files)
        #expect(addition.path == "devices.yaml")
        let mark = "    # The old sensor was at 20:00:aaaaaa.\n"
        let new = """
                bath-cord:
                  name: Bath cord
                  profile: rfxtrx-security-panic
                  address: "20:02:bada55"

            """
        let expected = Self.devices.replacing(mark, with: mark + new)
        #expect(String(decoding: addition.after, as: UTF8.self) == expected)
    }

    @Test("line ends of another system, and a home that has no devices yet")
    func otherForms() throws {
        let windows = files(Self.devices.replacing("\n", with: "\r\n"))
        let settings = try settings(windows)
        let proposal = try proposal(settings)
        let entry = try #require(EnrolmentText(proposal, name: "cord", in: settings))
        let addition = try DevicesAddition(
            entry, heardAs: proposal, to: settings, root: "home.yaml", shippedProfiles: Self.folder, files: windows)
        let text = String(decoding: addition.after, as: UTF8.self)
        #expect(text.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\r" })
    }

    @Test("devices in braces, a name that is taken and a check that fails are refused")
    func refusals() throws {
        let braces = "devices: {pendant: {profile: tuya-ts0215a-sos}, spare: {profile: rfxtrx-security-panic, "
            + "address: \"20:02:c0ffee\"}}\nrooms: {hall: the hall}\n"
        let inBraces = files(braces)
        let files = files()
        let home = try settings(files)
        let found = try proposal(home)
        func refusal(_ name: String, _ proposal: EnrolmentProposal, _ files: OverlaidFiles) throws
            -> DevicesAddition.Refusal?
        {
            let entry = try #require(EnrolmentText(proposal, name: name, in: home))
            return #expect(throws: DevicesAddition.Refusal.self) {
                try DevicesAddition(
                    entry, heardAs: proposal, to: try settings(files), root: "home.yaml",
                    shippedProfiles: Self.folder, files: files)
            }
        }
        #expect(try refusal("cord", found, inBraces)?.reason.contains("stand in braces") == true)
        #expect(try refusal("spare", found, files)?.reason.contains("already") == true)
        var elsewhere = found
        elsewhere.room = RoomID("attic")
        let failed = try #require(try refusal("cord", elsewhere, files))
        #expect(failed.problems.contains { $0.message.contains("attic") }, "\(failed.reason)")
    }

    @Test("what a bridge announces is proposed in the room in whose name it is called")
    func proposedRoom() throws {
        let answers = StartingAnswers(
            name: "Home", zone: "UTC", broker: StartingAnswers.Broker("127.0.0.1:1883", usesTLS: false), contact: "Anna",
            deskURL: "http://127.0.0.1/", deskSecret: Secret(""))
        let names = ["Living Room/door", "living room hall door", "shed door"]
        let devices = names.map { AnnouncedDevice(friendlyName: $0, model: "SNZB-04") }
        let bridge = Surroundings.Bridge(baseTopic: "zigbee2mqtt", announcement: BridgeAnnouncement(devices: devices))
        let rooms = [Room(id: RoomID("hall"), name: "the hall"), Room(id: RoomID("living-room"), name: "the living room")]
        let home = StartingHome(answers, Surroundings(bridges: [bridge]), profiles: Self.profiles, rooms: rooms)
        let text = try #require(home.files.first { $0.path == "devices.yaml" }?.text)
        #expect(text.contains("friendly_name: Living Room/door\n    room: living-room\n"), "\(text)")
        #expect(text.split(separator: "\n").count { $0.hasPrefix("    room: ") } == 2)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("    # room: hall") } == 1)
    }

    @Test("a changed file is replaced whole, keeps its permissions, and is left alone when it changed meanwhile")
    func changing() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("enrol-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/devices.yaml"
        try "old\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: NewFileTrouble.self) {
            try ChangedFile(path: path, before: Array("other\n".utf8), after: Array("new\n".utf8)).write()
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old\n")
        try ChangedFile(path: path, before: Array("old\n".utf8), after: Array("new\n".utf8)).write()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\n")
        #expect(try String(contentsOfFile: path + ".before", encoding: .utf8) == "old\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o640)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["devices.yaml", "devices.yaml.before"])
    }
}
