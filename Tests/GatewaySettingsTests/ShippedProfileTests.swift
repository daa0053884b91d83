import DeviceProtocols
import Foundation
import GatewayCore
import GatewaySettings
import Testing

struct ShippedProfileTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    private static let shipped = ProfileReader.readAll(inFolder: project + "/devices")

    @Test func `every shipped profile is read without a remark`() {
        #expect(Self.shipped.problems.map { $0.render() } == [])
        #expect(Self.shipped.profiles.count >= 60)
        // What these publish is called as whoever set them up has called it.
        let unnamed: Set<Dialect> = [.homeAssistant, .esphome, .homie]
        #expect(Set(Self.shipped.profiles.map(\.dialect)).union(unnamed) == Set(Dialect.allCases))
    }

    @Test func `every shipped profile decodes its own samples`() {
        for profile in Self.shipped.profiles {
            #expect(ProfileSamples.failures(in: profile) == [])
        }
    }

    @Test func `what calls for help or tells of a fall is watched, or asked for a press`() {
        for profile in Self.shipped.profiles
        where profile.capabilities.contains(.helpCall) || profile.capabilities.contains(.fall) {
            #expect(profile.supervision != .none, "\(profile.id)")
        }
    }

    @Test func `no model has two profiles, and what is proposed to every maker's device is a state`() {
        var seen: Set<String> = []
        for profile in Self.shipped.profiles {
            for model in profile.models {
                #expect(seen.insert("\(profile.dialect) \(model)").inserted, "\(profile.id) \(model)")
            }
        }
        // These are what many things say of themselves; a profile that named one would be proposed for all of them.
        for model in ["TS0601", "TS011F", "TS0207", "TS0215A", "lumi.sensor_switch"] {
            #expect(!seen.contains("zigbee2mqtt \(model)"), "\(model)")
        }
    }

    @Test func `the example of the guide is a profile that proves itself`() throws {
        let path = Self.project + "/docs/PROFILES.md"
        let page = String(decoding: try DiskFiles().read(path, atMost: 1_000_000).bytes, as: UTF8.self)
        let blocks = page.components(separatedBy: "```yaml\n").dropFirst()
        let text = try #require(blocks.first?.components(separatedBy: "```").first)
        let file = FileContent(bytes: Array(text.utf8))
        let files = SettingsCopy(root: "home.yaml", files: ["devices/acme-drip.yaml": file])
        let (profiles, problems) = ProfileReader.readAll(inFolder: "devices", files: files)
        #expect(problems.map { $0.render() } == [])
        #expect(profiles.map(\.id) == ["acme-drip"])
        #expect(profiles.flatMap(ProfileSamples.failures) == [])
    }

    /// `PULLCORD_WRITE_DOCS=1 swift test --filter ShippedProfileTests` writes the table.
    @Test func `the table by maker is what the profiles say`() throws {
        let path = Self.project + "/devices/README.md"
        let page = String(decoding: try DiskFiles().read(path, atMost: 1_000_000).bytes, as: UTF8.self)
        let written = try #require(ProfileTable.page(page, with: Self.shipped.profiles))
        if ProcessInfo.processInfo.environment["PULLCORD_WRITE_DOCS"] == "1" {
            try written.write(toFile: path, atomically: true, encoding: .utf8)
            return
        }
        #expect(page == written, "PULLCORD_WRITE_DOCS=1 swift test --filter ShippedProfileTests")
    }
}
