import GatewaySettings
import Testing

/// What `pullcord devices test` shows.
struct ProfileReportTests {
    private func report(_ samples: String) -> ProfileReport {
        let text = """
            version: 1
            id: own
            title: Own
            maker: somebody
            dialect: json
            fields:
              - {path: /event, event: help_call, when: [press]}
              - {path: /battery, number: battery}
            supervision: none
            samples:
            \(samples)
            """
        let files = SettingsCopy(root: "own.yaml", files: ["own.yaml": FileContent(bytes: Array(text.utf8))])
        return ProfileReport(file: "own.yaml", files: files)
    }

    @Test func `what samples gave, and what differs`() {
        let report = report(
            """
              - {payload: '{"event":"press","battery":97}', expect: {help_call: happened, battery: 97}}
              - {payload: '{"event":"press"}', follows: 1s, expect: {}}
              - {payload: '{"battery":250,"mode":1}', expect: {battery: 25}}
            """)
        #expect(report.isReadable && report.failed == 1)
        #expect(
            report.lines() == [
                "own: 3 samples, 1 not as they should be",
                "  ✓ sample 1: help_call as an event, battery 97", "  ✓ sample 2: nothing",
                "  ✗ sample 3: nothing",
                "      It holds a value outside what its capability can be.",
                "      It does not give battery 25, which it should.", "      No field explains mode.",
            ])
        #expect(report.lines(onlyFailures: true).count == 5)
    }

    @Test func `a file that is no profile says why`() {
        let report = report("  - {expect: {}}")
        #expect(!report.isReadable && report.lines() == [])
        #expect(report.problems.map(\.message) == ["sample 1 has no `payload`"])
    }
}
