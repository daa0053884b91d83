import Foundation
import GatewayCore
import GatewaySettings
import Testing

/// Reports for terminals and for machines.
struct ProblemFormTests {
    private static let spoilt = BaseHome.text.replacing("    room: hall", with: "    room: hal")

    @Test func `colours stand around the words, and change none of them`() throws {
        let problem = try #require(BaseHome.read(Self.spoilt).problems.first)
        let coloured = problem.render(.colours)
        #expect(
            coloured == """
                \u{1B}[1mhome.yaml:51:11\u{1B}[0m: \u{1B}[1;31merror[PC0401]\u{1B}[0m: there is no room `hal`
                 \u{1B}[2m51 |\u{1B}[0m     room: hal
                 \u{1B}[2m   |\u{1B}[0m           \u{1B}[1;31m^^^\u{1B}[0m
                    = did you mean `hall`?
                """)
        let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare == problem.render())
    }

    @Test func `colours are for terminals, and for nobody who asked for none`() {
        #expect(ProblemPaint(isTerminal: true, environment: [:]) == .colours)
        #expect(ProblemPaint(isTerminal: true, environment: ["NO_COLOR": ""]) == .colours)
        #expect(ProblemPaint(isTerminal: true, environment: ["NO_COLOR": "1"]) == .plain)
        #expect(ProblemPaint(isTerminal: true, environment: ["TERM": "dumb"]) == .plain)
        #expect(ProblemPaint(isTerminal: false, environment: [:]) == .plain)
    }

    @Test func `what a terminal would obey is shown as a sign`() {
        let result = BaseHome.read(BaseHome.text + "\"\\e[2J\\e[Hroot\": 1\n")
        let report = BaseHome.report(result)
        #expect(report.contains("unknown key `\u{FFFD}[2J\u{FFFD}[Hroot`"))
        #expect(!report.contains("\u{1B}"))
    }

    private struct SARIF: Decodable {
        struct Text: Decodable { var text: String }
        struct Rule: Decodable {
            var id: String
            var name: String
            var shortDescription: Text
            var fullDescription: Text
            var help: Text
        }
        struct Region: Decodable {
            var startLine: Int
            var startColumn: Int
            var endColumn: Int?
        }
        struct Artifact: Decodable { var uri: String }
        struct Physical: Decodable {
            var artifactLocation: Artifact
            var region: Region?
        }
        struct Location: Decodable {
            var physicalLocation: Physical
            var message: Text?
        }
        struct Result: Decodable {
            var ruleId: String
            var ruleIndex: Int
            var level: String
            var message: Text
            var locations: [Location]
            var relatedLocations: [Location]?
        }
        struct Driver: Decodable {
            var name: String
            var version: String
            var rules: [Rule]
        }
        struct Tool: Decodable { var driver: Driver }
        struct Run: Decodable {
            var tool: Tool
            var columnKind: String
            var results: [Result]
        }
        var version: String
        var runs: [Run]
    }

    private func sarif(_ result: SettingsResult) throws -> (SARIF, text: String) {
        let text = ProblemSARIF(result.problems, toolVersion: "1.2.3").text
        return (try JSONDecoder().decode(SARIF.self, from: Data(text.utf8)), text)
    }

    @Test func `SARIF has a rule for each code, and each result points to its own`() throws {
        let result = BaseHome.read(
            Self.spoilt + "include: more.yaml\n", files: ["more.yaml": "rooms: {hall: x}\n", "secrets.yaml": "a: [\n"])
        let (report, text) = try sarif(result)
        #expect(report.version == "2.1.0" && text.contains("\"$schema\" : \"https://json.schemastore.org/sarif-2.1.0"))
        let run = try #require(report.runs.first)
        #expect(report.runs.count == 1 && run.columnKind == "unicodeCodePoints")
        #expect(run.tool.driver.name == "pullcord" && run.tool.driver.version == "1.2.3")
        #expect(run.tool.driver.rules.map(\.id) == ProblemCode.allCases.map(\.rawValue).sorted())
        #expect(run.results.map(\.ruleId) == result.problems.map(\.code.rawValue))
        for found in run.results { #expect(run.tool.driver.rules[found.ruleIndex].id == found.ruleId) }
        let room = try #require(run.results.first { $0.ruleId == "PC0401" })
        #expect(room.level == "error" && room.message.text == "there is no room `hal` (did you mean `hall`?)")
        let place = try #require(room.locations.first?.physicalLocation)
        #expect(place.artifactLocation.uri == "home.yaml")
        #expect(place.region?.startLine == 51 && place.region?.startColumn == 11 && place.region?.endColumn == 14)
        let twin = try #require(run.results.first { $0.ruleId == "PC0403" })
        let first = try #require(twin.relatedLocations?.first)
        #expect(first.message?.text == "already defined")
        #expect(first.physicalLocation.region?.startLine != twin.locations.first?.physicalLocation.region?.startLine)
    }

    @Test func `SARIF tells warnings from errors, and whole files have no region`() throws {
        let lint = BaseHome.text.replacing("devices: [pendant, cord, radio]", with: "devices: [pendant, cord]")
        #expect(try sarif(BaseHome.read(lint)).0.runs[0].results.map(\.level) == ["warning"])
        let exposed = BaseHome.read(readableByAll: ["secrets.yaml"])
        let result = try #require(try sarif(exposed).0.runs[0].results.first)
        #expect(result.ruleId == "PC0802" && result.locations.first?.physicalLocation.region == nil)
        #expect(try sarif(BaseHome.read()).0.runs[0].results.isEmpty)
    }

    @Test func `SARIF writes paths as URIs`() throws {
        let root = "/etc/pull cord/höme.yaml"
        let files = SettingsCopy(root: root, files: [root: FileContent(bytes: Array("x: 1\n".utf8))])
        let result = SettingsReader.read(root: root, files: files)
        let uris = Set(try sarif(result).0.runs[0].results.flatMap { $0.locations.map(\.physicalLocation.artifactLocation.uri) })
        #expect(uris == ["file:///etc/pull%20cord/h%C3%B6me.yaml"])
    }
}
