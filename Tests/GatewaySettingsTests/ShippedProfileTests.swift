import DeviceProtocols
import GatewayCore
import GatewaySettings
import Testing

struct ShippedProfileTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    @Test func `every shipped profile is read without a remark`() {
        let (profiles, problems) = ProfileReader.readAll(inFolder: Self.project + "/devices")
        #expect(problems.map { $0.render() } == [])
        #expect(profiles.count >= 19)
        #expect(Set(profiles.map(\.dialect)) == Set(Dialect.allCases))
    }

    @Test func `every shipped profile decodes its own samples`() {
        for profile in ProfileReader.readAll(inFolder: Self.project + "/devices").profiles {
            #expect(ProfileSamples.failures(in: profile) == [])
        }
    }

    @Test func `the example home is good and says everything twice as it means it`() throws {
        let folder = Self.project + "/docs/examples/flat/"
        let disk = DiskFiles()
        var files: [String: FileContent] = [:]
        for name in disk.names(inFolder: folder) where name != "secrets.yaml" {
            files[name == "secrets.yaml.example" ? "secrets.yaml" : name] = try disk.read(
                folder + name, atMost: 100_000)
        }
        for name in disk.names(inFolder: Self.project + "/devices") {
            files["/shipped/" + name] = try disk.read(Self.project + "/devices/" + name, atMost: 100_000)
        }
        files["secrets.yaml"]?.isReadableByAll = false
        let copy = SettingsCopy(root: "home.yaml", files: files)
        let result = SettingsReader.read(root: "home.yaml", files: copy, shippedProfiles: "/shipped")
        #expect(BaseHome.report(result) == "")
        let settings = try #require(result.settings)
        #expect(settings.plan.home.devices.count == 10)
        #expect(settings.plan.rules.count == 8)
    }
}
