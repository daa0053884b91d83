import DemoHome
import Foundation
import Testing

/// `pullcord migrate` as somebody meets it today, when no version but the first has been.
struct MigrateTests {
    @Test(
        arguments: [
            ("version: 1\n", 0, "is of version 1, which is current: nothing to do."),
            ("version: 2\n", 78, "it was written for a newer Pullcord. Install that."),
            ("version: 0\n", 78, "this gateway knows no way from 0 to 1."),
            ("home: {}\n", 78, "has no `version`"), ("version: [\n", 78, "home.yaml:2:1: error[PC0201]: not YAML"),
        ] as [(String, Int32, String)])
    func `each version gets its answer, and nothing is written`(text: String, code: Int32, said: String) async throws {
        try await withBuiltCommand { command in
            try command.write(text, to: "home.yaml")
            let answer = try await command.run(["migrate", command.path("home.yaml")])
            #expect(answer.code == code, "\(answer.output)")
            #expect(answer.output.contains(said), "\(answer.output)")
            #expect(try command.names() == ["home.yaml"])
            #expect(try command.text(of: "home.yaml") == text)
        }
    }
}
