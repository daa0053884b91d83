import DemoHome
import Foundation
import GatewayCore
import GatewayDaemon
import Testing

/// Recorded homes go through settings, by the built command.
@Suite struct ReplayTests {
    private static let table = """
        patient_id,location_name,date
        h,hall,2019-06-03 08:00:00
        h,hall,2019-06-03 08:10:00
        h,hall,2019-06-03 20:30:00
        h,hall,2019-06-05 08:00:00

        """

    @Test func `a table is seen by the packs, drawn, and told as text and JSON`() async throws {
        try await withHome(parts: []) { home in
            try home.folder.write(Self.table, to: "table.csv")
            let (file, svg) = (home.folder.file("table.csv"), home.folder.file("days.svg"))
            let text = try await home.pullcord(["replay", file, "--svg", svg])
            #expect(text.code == 0, "\(text.output)")
            #expect(text.output.contains("2019-06-03 Mon │"), "\(text.output)")
            #expect(text.output.contains("urgent: Nobody was seen since yesterday (silent-home)"), "\(text.output)")
            #expect(text.output.contains("In a month of a home (30 days): "))
            #expect(!text.output.contains("\u{1B}"), "No bar, no colours into a file.")
            let drawing = try String(contentsOfFile: svg, encoding: .utf8)
            #expect(drawing.hasPrefix("<svg xmlns="))
            let json = try await home.pullcord(["replay", file, "--json"])
            let object = try JSONSerialization.jsonObject(with: Foundation.Data(json.output.utf8)) as? [String: Any]
            let stories = try #require(object?["homes"] as? [[String: Any]])
            #expect((stories.first?["days"] as? [Any])?.count == 3)
        }
    }

    @Test func `a running gateway's ledger is seen by the settings, and by others that are compared`() async throws {
        var flat = TestFlat()
        flat.devices.append("door: {profile: aqara-mccgq11lm, name: the door, supervision: none}")
        try await withHome(flat) { home in
            try await home.waitUntilWell()
            try await home.press()
            _ = try await home.alert(.helpCall)
            let addresses = home.home.settings.addresses
            var other = flat
            other.rules = [flat.rules[0].replacing("[pendant, cord]", with: "[cord]")]
            try home.folder.write(
                other.text(addresses, anna: home.anna.port, bert: home.bert.port), to: "home/other.yaml")
            let answer = try await home.pullcord([
                "replay", addresses.stateFolder, "--settings", home.settingsFile, "--compare",
                home.folder.file("home/other.yaml"), "--profiles", ProjectFolder.profiles,
            ])
            #expect(answer.code == 0, "\(answer.output)")
            #expect(answer.output.contains("emergency: Help call (help)"), "\(answer.output)")
            #expect(answer.output.contains("0 alerts appear, 1 vanish, 0 move"), "\(answer.output)")
            #expect(try await home.gateway.status().downPaths.isEmpty, "The gateway did not notice.")
        }
    }

    @Test func `a table through the settings of a home wants a device at one of its places`() async throws {
        try await withHome(parts: []) { home in
            try home.folder.write(Self.table, to: "table.csv")
            let words = [
                "replay", home.folder.file("table.csv"), "-s", home.settingsFile, "--profiles", ProjectFolder.profiles,
            ]
            let unknown = try await home.pullcord(words)
            #expect(unknown.code == 64, "\(unknown.output)")
            #expect(unknown.output.contains("no device of the settings stood at hall"), "\(unknown.output)")
            try home.folder.write("places: {hall: cord}\n", to: "map.yaml")
            let mapped = try await home.pullcord(words + ["--map", home.folder.file("map.yaml")])
            #expect(mapped.code == 0, "\(mapped.output)")
            #expect(mapped.output.contains("emergency: Help call (help)"), "\(mapped.output)")
        }
    }

    @Test func `what cannot be replayed is said, with its exit code`() async throws {
        try await withHome(parts: []) { home in
            try home.folder.write("a,b\n1,2\n", to: "no.csv")
            try home.folder.write("columns: {plaec: x}\n", to: "bad-map.yaml")
            try home.folder.write(Self.table + "h,hall,never\n", to: "bad.csv")
            let file = home.folder.file("bad.csv")
            for (words, code) in [
                (["replay", home.folder.file("nothing.csv")], 74 as Int32), (["replay", home.folder.file("no.csv")], 64),
                (["replay", file], 1), (["replay", file, "--home", "other"], 64),
                (["replay", file, "--pack", "inactivty"], 78), (["replay", file, "--map", home.folder.file("bad-map.yaml")], 78),
            ] {
                let answer = try await home.pullcord(words)
                #expect(answer.code == code, "\(words): \(answer.output)")
                #expect(!answer.output.isEmpty)
            }
        }
    }
}
