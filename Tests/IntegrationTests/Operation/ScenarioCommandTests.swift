import DemoHome
import Foundation
import GatewayTesting
import Testing

/// `pullcord test`, as installers meet it.
@Suite struct ScenarioCommandTests {
    private static func test(
        _ folder: borrowing ExampleFolder, _ words: String...
    ) async throws -> (code: Int32, output: String) {
        let output = "\(folder.path)/output-\(UUID().uuidString)"
        let arguments = ["test", "\(folder.path)/home.yaml", "--profiles", ProjectFolder.profiles] + words
        let child = try TestChild(try ProjectFolder.pullcord(), arguments, output: output)
        let code = await child.end()
        return (code, try String(contentsOfFile: output, encoding: .utf8))
    }

    @Test(arguments: ["flat", "house", "sheltered", "packs/home"])
    func `the scenarios of an example reach all of its rules, rungs, contacts and words`(home: String) async throws {
        let folder = try ExampleFolder(home)
        let answer = try await Self.test(folder, "--coverage", "--threshold", "100")
        #expect(answer.code == 0, "\(answer.output)")
        #expect(answer.output.contains("all as expected"))
        #expect(!answer.output.contains("not reached"))
    }

    private static let wrong = """
        begins 2026-03-02
        scenario "A <wrong> one & more"
        07:10  press cord
        expect 07:12 nothing raised
        scenario "A right one"
        07:10  press cord
        expect 07:12 alert of rule bathroom-cord raised
        """

    @Test func `what is not as expected is told like a difference, and ends with 1`() async throws {
        let folder = try ExampleFolder("flat")
        try folder.write(Self.wrong, to: "mine.scenario")
        let answer = try await Self.test(folder, "\(folder.path)/mine.scenario")
        #expect(answer.code == 1)
        let lines = answer.output.split(separator: "\n").map(String.init)
        #expect(lines[0] == "FAIL  \(folder.path)/mine.scenario: A <wrong> one & more (1 day)")
        #expect(lines[1] == "  \(folder.path)/mine.scenario:4: day 1 07:12")
        #expect(lines[2] == "    - nothing raised")
        #expect(lines[3] == "    + s-1 help_call was raised")
        #expect(lines.contains("      day 1 07:10:00 press cord"))
        #expect(lines.contains("ok    \(folder.path)/mine.scenario: A right one (1 day)"))
        #expect(lines.last?.hasSuffix("1 FAILED.") ?? false)
    }

    @Test func `one scenario is chosen by its name, and what is covered too little ends with 1`() async throws {
        let folder = try ExampleFolder("flat")
        try folder.write(Self.wrong, to: "mine.scenario")
        let chosen = try await Self.test(folder, "\(folder.path)/mine.scenario", "--run", "right|nothing")
        #expect(chosen.code == 0, "\(chosen.output)")
        let covered = try await Self.test(
            folder, "\(folder.path)/mine.scenario", "--run", "right", "--threshold", "50")
        #expect(covered.code == 1)
        #expect(covered.output.contains("rules: 4 of 13 reached, less than 50 %"))
        #expect(covered.output.contains("  not reached: carbon-monoxide"))
        #expect(try await Self.test(folder, "--run", "no such name").code == 64)
        #expect(try await Self.test(folder, "--run", "(").code == 64)
        #expect(try await Self.test(folder, "--threshold", "101").code == 64)
    }

    @Test func `what is wrong in settings or scenarios ends with 78, what is not there with 74`() async throws {
        let folder = try ExampleFolder("flat")
        try folder.write("07:10 press crd\nexpect 08:00 told doughter nothing", to: "mine.scenario")
        let wrong = try await Self.test(folder, "\(folder.path)/mine.scenario")
        #expect(wrong.code == 78)
        #expect(wrong.output.contains("mine.scenario:1:13: There is no device and no word \"crd\". Did you mean \"cord\"?"))
        #expect(wrong.output.contains("mine.scenario:2:19: There is no such contact."))
        #expect(try await Self.test(folder, "\(folder.path)/none.scenario").code == 74)
        try folder.write("rules: {a: {kind: hazzard}}", to: "rules.yaml")
        #expect(try await Self.test(folder).code == 78)
    }

    @Test func `the example of the documentation is one that runs`() async throws {
        let folder = try ExampleFolder("flat")
        let page = try String(contentsOfFile: "\(ProjectFolder.root)/docs/SCENARIOS.md", encoding: .utf8)
        try folder.write(page.components(separatedBy: "```")[3], to: "mine.scenario")
        let answer = try await Self.test(folder, "\(folder.path)/mine.scenario")
        #expect(answer.code == 0, "\(answer.output)")
    }

    @Test func `JUnit's XML is read by a parser that did not write it`() async throws {
        let folder = try ExampleFolder("flat")
        try folder.write(Self.wrong, to: "mine.scenario")
        let answer = try await Self.test(folder, "\(folder.path)/mine.scenario", "--format", "junit")
        #expect(answer.code == 1)
        try folder.write(answer.output, to: "results.xml")
        let program = """
            import sys, xml.etree.ElementTree as tree
            root = tree.parse(sys.argv[1]).getroot()
            suite = root.find("testsuite")
            print(root.tag, root.get("tests"), root.get("failures"), suite.get("tests"))
            for case in suite: print(case.get("name"), case.get("line"), len(case.findall("failure")))
            print(suite.find("testcase/failure").get("message"))
            """
        let output = "\(folder.path)/parsed"
        let arguments = ["-c", program, "\(folder.path)/results.xml"]
        #expect(await (try TestChild(try ProjectFolder.python(), arguments, output: output)).end() == 0)
        let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        #expect(
            lines == [
                "testsuites 2 1 2", "A <wrong> one & more 2 1", "A right one 5 0",
                "day 1 07:12: expected nothing raised, but s-1 help_call was raised.",
            ])
    }

    @Test func `the JSON has failures, days and what was reached`() async throws {
        let folder = try ExampleFolder("flat")
        try folder.write(Self.wrong, to: "mine.scenario")
        let answer = try await Self.test(folder, "\(folder.path)/mine.scenario", "--format", "json")
        #expect(answer.code == 1)
        let document = try JSONSerialization.jsonObject(with: Foundation.Data(answer.output.utf8))
        let object = try #require(document as? [String: Any])
        #expect(object["days"] as? Int == 2)
        let scenarios = try #require(object["scenarios"] as? [[String: Any]])
        #expect(scenarios.map { $0["passed"] as? Bool } == [false, true])
        let failures = try #require(scenarios[0]["failures"] as? [[String: Any]])
        #expect(failures[0]["seen"] as? String == "s-1 help_call was raised")
        let coverage = try #require(object["coverage"] as? [[String: Any]])
        #expect(coverage.map { $0["group"] as? String } == ["rules", "rungs", "contacts", "feedback", "outputs"])
    }
}
