import DeviceProtocols
import GatewayCore
@testable import GatewaySettings
import Testing

/// The homes under `docs/examples`, and the one of the rule packs, which people copy.
struct ExampleHomeTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    /// A home's files as they lie there, with the shipped profiles, and the example of its secrets in their place.
    private func read(_ home: String, in homes: String = "docs/examples") throws -> SettingsResult {
        let folder = Self.project + "/\(homes)/\(home)/"
        let disk = DiskFiles()
        var files: [String: FileContent] = [:]
        for name in disk.names(inFolder: folder) where name != "secrets.yaml" {
            files[name == "secrets.yaml.example" ? "secrets.yaml" : name] = try disk.read(
                folder + name, atMost: 100_000)
        }
        for name in disk.names(inFolder: folder + "devices") {
            files["devices/" + name] = try disk.read(folder + "devices/" + name, atMost: 100_000)
        }
        for name in disk.names(inFolder: Self.project + "/devices") {
            files["/shipped/" + name] = try disk.read(Self.project + "/devices/" + name, atMost: 100_000)
        }
        files["secrets.yaml"]?.isReadableByAll = false
        let copy = SettingsCopy(root: "home.yaml", files: files)
        return SettingsReader.read(root: "home.yaml", files: copy, shippedProfiles: "/shipped")
    }

    @Test(arguments: ["flat", "house", "sheltered"]) func `an example is good without a remark`(_ home: String) throws {
        let result = try read(home)
        #expect(BaseHome.report(result) == "")
        let plan = try #require(result.settings).plan
        #expect(plan.night != nil && plan.quietHours != nil)
        #expect(plan.home.devices.contains { $0.isEntrance })
        #expect(plan.home.devices.contains { $0.visitor != nil })
        #expect(plan.home.visitors.contains { $0.id == VisitorID("morning-carer") })
        #expect(plan.rules.filter { $0.common.priority == .emergency }.count >= 3)
    }

    @Test func `the flat shows how one person is watched, the house how two and a cat are`() throws {
        let flat = try #require(try read("flat").settings).plan
        #expect(flat.home.residents.count == 1 && !flat.home.hasPets)
        let house = try #require(try read("house").settings).plan
        #expect(house.home.residents.count == 2 && house.home.hasPets)
        #expect(house.home.devices.contains { $0.overlooksPets })
        #expect(house.rules.contains { $0.common.isShadow })
        #expect(house.rules.contains { !$0.common.mutedBy.isEmpty })
        #expect(house.rules.contains { !$0.common.modes.isEmpty })
        #expect(house.rules.contains { $0.common.resident == ResidentID("walter") })
    }

    @Test func `the home of the packs serves every rule of every pack, without a remark`() throws {
        let result = try read("home", in: "docs/packs")
        #expect(BaseHome.report(result) == "")
        let settings = try #require(result.settings)
        #expect(settings.packs.map(\.pack) == RulePack.allCases)
        let rules = RulePack.allCases.flatMap { $0.read().rules.map(\.name) }
        // The one that the home changes stands first.
        #expect(settings.plan.rules.map(\.common.id.name).sorted() == rules.sorted())
    }

    @Test(arguments: [("examples/house", 3), ("packs/home", 4)])
    func `a profile of a home's own decodes its samples`(home: String, count: Int) {
        let (profiles, problems) = ProfileReader.readAll(inFolder: Self.project + "/docs/\(home)/devices")
        #expect(problems.map { $0.render() } == [])
        #expect(profiles.count == count)
        for profile in profiles { #expect(ProfileSamples.failures(in: profile) == []) }
    }
}
