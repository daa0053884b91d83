import DemoHome
import Foundation
import GatewayCore
import GatewayDaemon
import Testing

/// What would happen, why something was, and why something was not, by the built command.
@Suite(.serialized) struct ExplainTests {
    /// The example flat as it lies there, and nobody running it.
    private func withFlat(_ body: (HomeFolder, [String]) async throws -> Void) async throws {
        let configure: (inout HomeSetup) -> Void = { setup in
            setup.parts = []
            setup.preAlert = "10s"
        }
        try await withDemoHome(configure) { home in
            let files = ["-s", home.settings.addresses.settings, "--profiles", ProjectFolder.profiles]
            try await body(home.folder, files)
        }
    }

    private func explain(
        _ words: [String], _ files: [String], in folder: HomeFolder, at: String = "03:00"
    ) async throws -> (code: Int32, output: String) {
        let time = ["--at", at, "--date", "2026-11-28"]
        return try await TestHome.pullcord(["explain"] + words + time + files, in: folder)
    }

    @Test func `a press in the night at the example flat, rung by rung`() async throws {
        try await withFlat { folder, files in
            let answer = try await explain(["cord", "press"], files, in: folder)
            #expect(answer.code == 0)
            #expect(answer.output == Self.pressAtNight + "\n", "\(answer.output)")
        }
    }

    @Test func `a door in the night at the example flat, and who goes out`() async throws {
        try await withFlat { folder, files in
            let answer = try await explain(["front-door", "open", "--for", "1m"], files, in: folder)
            #expect(answer.code == 0)
            #expect(answer.output == Self.doorAtNight + "\n", "\(answer.output)")
        }
    }

    @Test func `it is one JSON document, with all that each contact learns`() async throws {
        try await withFlat { folder, files in
            let words = ["pendant", "press", "--format", "json", "--expect", "first=daughter,centre"]
            let answer = try await explain(words, files, in: folder)
            #expect(answer.code == 0)
            let document = try JSONDecoder().decode(Document.self, from: Foundation.Data(answer.output.utf8))
            #expect(document.mode == "night" && document.zone == "Europe/London")
            #expect(document.rules.map(\.rule) == ["help"])
            #expect(document.alerts.map(\.preAlertMilliseconds) == [10_000])
            #expect(document.alerts.map(\.told) == [["daughter", "centre", "neighbour"]])
            let neighbour = document.alerts[0].steps.first { $0.contact == "neighbour" }?.message
            #expect(neighbour?.resident == "Margaret" && neighbour?.address == nil && neighbour?.access == nil)
            let daughter = document.alerts[0].steps.first { $0.contact == "daughter" }?.message
            #expect(daughter?.access == "…", "the number of the key safe is nobody's to read here")
            #expect(document.expectations.map(\.isMet) == [true])
        }
    }

    @Test func `an expectation that is not met ends with 1 and says what is instead`() async throws {
        try await withFlat { folder, files in
            let met = ["--expect", "raises=emergency", "--expect", "told=daughter,centre,neighbour"]
            #expect(try await explain(["pendant", "press"] + met, files, in: folder).code == 0)
            let missed = ["--expect", "raises=emergency", "--expect", "first=neighbour", "--expect", "rung2-after=60s"]
            let answer = try await explain(["pendant", "press"] + missed, files, in: folder)
            #expect(answer.code == 1)
            #expect(
                answer.output.hasSuffix(
                    """
                    pullcord: expected first=neighbour, and it is daughter,centre
                    pullcord: expected rung2-after=60s, and it is 1m10s

                    """), "\(answer.output)")
        }
    }

    @Test func `what cannot be explained is said with the exit code that fits`() async throws {
        try await withFlat { folder, files in
            let device = try await explain(["pendent", "press"], files, in: folder)
            #expect(device.code == 64)
            #expect(device.output == "pullcord: There is no device `pendent`. Did you mean `pendant`?\n")
            let wish = try await explain(["pendant", "press", "--expect", "told=daugther"], files, in: folder)
            #expect(wish.code == 64)
            #expect(wish.output.contains("There is no contact `daugther`. Did you mean `daughter`?"), "\(wish.output)")
            let known = try await TestHome.pullcord(["explain", "pc0301"], in: folder)
            #expect(known.code == 0)
            #expect(known.output.contains("PC0301"), "\(known.output)")
            let code = try await TestHome.pullcord(["explain", "PC9999"], in: folder)
            #expect(code.code == 1)
            #expect(code.output == "pullcord: There is no such code as PC9999.\n")
            let nowhere = try await TestHome.pullcord(
                ["explain", "pendant", "press", "-s", folder.file("nowhere.yaml")], in: folder)
            #expect(nowhere.code == 78, "\(nowhere.output)")
        }
    }

    @Test func `an alert of a running gateway is told step by step, and the rule that found it`() async throws {
        try await withHome { home in
            try await home.press()
            let alert = try await home.alert(.helpCall)
            try await home.anna.first("Anna to be told") { $0.message.about == .helpCall }
            let taken = try await home.ask("alerts", "acknowledge", "\(alert.id)", "--as", "anna")
            #expect(taken.code == 0, "\(taken.output)")
            let closed = try await home.ask("alerts", "close", "\(alert.id)", "--as", "anna", "--outcome", "attended")
            #expect(closed.code == 0, "\(closed.output)")
            let story = try await home.ask("explain", "alert", "\(alert.id)")
            #expect(story.code == 0)
            let steps = [
                "\(alert.id): emergency, Help call: Help call, now closed", "read      the pendant: help call",
                "found by the rule help (help_call: Help call)", "Raised: people are being told.",
                "Rung 1 of 1: Anna, Bert.", "Told to Anna over desk.", "Anna takes it (command).", "told: Anna, Bert",
            ]
            var rest = story.output[...]
            for step in steps {
                let place = rest.range(of: step)
                #expect(place != nil, "\(step) in its order in \(story.output)")
                if let place { rest = rest[place.upperBound...] }
            }
            let rule = try await home.ask("explain", "rule", "help")
            #expect(rule.code == 0)
            #expect(rule.output.contains("What it waits for has not happened, or is dealt with."), "\(rule.output)")
            #expect(rule.output.contains("raised \(alert.id) at "), "\(rule.output)")
            let json = try await home.ask("explain", "alert", "\(alert.id)", "--json")
            let account = try JSONDecoder().decode(AlertAccount.self, from: Foundation.Data(json.output.utf8))
            #expect(account.alert == alert.id && account.state == "closed")
            let unknown = try await home.ask("explain", "rule", "hlep")
            #expect(unknown.code == 1)
            #expect(unknown.output == "pullcord: No rule `hlep` is running; did you mean `help`?\n")
        }
    }

    private struct Document: Decodable {
        struct Rule: Decodable {
            var rule: String
        }

        struct Message: Decodable {
            var resident: String?
            var address: String?
            var access: String?
        }

        struct Step: Decodable {
            var contact: String?
            var message: Message?
        }

        struct Raised: Decodable {
            var preAlertMilliseconds: Int
            var told: [String]
            var steps: [Step]
        }

        struct Expected: Decodable {
            var isMet: Bool
        }

        var mode: String
        var zone: String
        var rules: [Rule]
        var alerts: [Raised]
        var expectations: [Expected]
    }
}
