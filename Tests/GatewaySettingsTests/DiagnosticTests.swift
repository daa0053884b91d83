import GatewaySettings
import GatewayTesting
import Testing

struct DiagnosticTests {
    @Test(.ownThread, arguments: DiagnosticCase.all)
    func `a mistake is reported with its place, its line and what to do`(_ mistake: DiagnosticCase) throws {
        let text = try #require(mistake.text, "the base home has no such part")
        let result = BaseHome.read(text, files: mistake.files, readableByAll: mistake.readableByAll)
        #expect(BaseHome.report(result) == mistake.report)
        #expect((result.settings == nil) == result.problems.contains { $0.severity == .error })
    }

    @Test func `the base home has no mistake at all`() throws {
        let result = BaseHome.read()
        #expect(BaseHome.report(result) == "")
        #expect(result.settings != nil)
    }
}

extension DiagnosticCase {
    static let all =
        language + references + rules + modifiers + rooms + signals + modes + connections + secrets + includes
        + profiles + fields + topics + lints + corners + lines
}
