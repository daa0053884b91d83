import DemoHome
import Foundation
import GatewayCore
import GatewayDaemon
import Testing

/// The command's exit codes and words, as scripts and installers meet them.
@Suite(.serialized) struct CommandTests {
    @Test func `check ends with 0 for the example home, 3 for a remark, 78 for a mistake`() async throws {
        try await withDemoHome({ $0.parts = [] }) { home in
            let file = home.settings.addresses.settings
            let command = ["check", file, "--profiles", ProjectFolder.profiles]
            let good = try await TestHome.pullcord(command, in: home.folder)
            #expect(good.code == 0, "\(good.output)")
            #expect(good.output.contains("home flat-12"))

            try home.settings.edit("rules.yaml", "devices: [pendant, radio-pendant]", "devices: [pendant]")
            let remark = try await TestHome.pullcord(command, in: home.folder)
            #expect(remark.code == 3, "\(remark.output)")
            #expect(remark.output.contains("devices.yaml:") && remark.output.contains("radio-pendant"))

            try home.settings.edit("rules.yaml", "kind: hazard", "kind: hazzard")
            let wrong = try await TestHome.pullcord(command, in: home.folder)
            #expect(wrong.code == 78)
            #expect(wrong.output.contains("rules.yaml:") && wrong.output.contains("hazard"), "\(wrong.output)")
            let asJSON = try await TestHome.pullcord(command + ["--format", "json"], in: home.folder)
            #expect(asJSON.code == 78)
            let object = try JSONSerialization.jsonObject(with: Foundation.Data(asJSON.output.utf8))
            #expect(object is [Any] || object is [String: Any])
            let asSARIF = try await TestHome.pullcord(command + ["--format", "sarif"], in: home.folder)
            #expect(asSARIF.code == 78)
            let report = try JSONSerialization.jsonObject(with: Foundation.Data(asSARIF.output.utf8))
            #expect((report as? [String: Any])?["version"] as? String == "2.1.0")
            #expect(wrong.output.contains("error[PC0501]") && wrong.output.contains("3 errors, 0 warnings"), "\(wrong.output)")
            #expect(!wrong.output.contains("\u{1B}"), "no colours into a pipe")
        }
    }

    @Test func `a command whose reader leaves ends without a word`() async throws {
        // The schema is longer than a pipe holds, so it is still being written when its reader ends.
        try await withBuiltCommand { command in
            let pipeline = "'\(try ProjectFolder.pullcord())' schema home | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}"
            let answer = try await command.run(["-c", pipeline], program: "/bin/bash")
            #expect(answer.output == "141\n")
        }
    }

    @Test func `asking a gateway that does not run ends with 69`() async throws {
        try await withHome(parts: []) { home in
            let commands = [
                ["status"], ["alerts"], ["ok"], ["reload"], ["away", "--for", "2h"], ["mode", "night"],
                ["devices", "list"], ["devices", "watch"],
                ["visit", "in", "nurse"], ["explain", "alert", "k3f9-1"], ["explain", "rule", "help"],
            ]
            for words in commands {
                let answer = try await home.pullcord(words + ["--socket", home.folder.file("nobody.sock")])
                #expect(answer.code == 69, "\(words): \(answer.output)")
                #expect(answer.output.contains("Is it running?"), "\(words): \(answer.output)")
            }
        }
    }

    @Test(arguments: [
        ["run", "--no-such-option"], ["nonsense"], ["away"], ["away", "--for", "soon"], ["alerts", "show"],
        ["mode"], ["mode", "asleep"], ["mode", "night", "--until", "7"], ["mode", "night", "--until", "24:00"],
        ["mode", "night", "--until", "07:00", "--for", "2h"], ["mode", "away", "--for", "91d"], ["visit", "in"],
        ["visit", "nurse"], ["visit", "in", "nurse", "--for", "3d"], ["visit", "out", "nurse", "--for", "2h"],
        ["explain"], ["explain", "pendant"], ["explain", "alert", "first"], ["explain", "rule"],
        ["explain", "pendant", "press", "--at", "25:00"], ["explain", "pendant", "press", "--date", "2026-02-30"],
        ["explain", "pendant", "press", "--mode", "asleep"], ["explain", "pendant", "press", "--for", "long"],
        ["alerts", "acknowledge", "k3f9-1"], ["alerts", "close", "k3f9-1", "--as", "anna", "--outcome", "bored"],
        ["alerts", "close", "k3f9-1", "--as", "anna", "--outcome", "other"], ["run", "--log-level", "loud"],
    ])
    func `words that mean nothing end with 64`(words: [String]) async throws {
        try await withHome(parts: []) { home in
            let answer = try await home.pullcord(words)
            #expect(answer.code == 64, "\(answer.output)")
        }
    }

    @Test func `version and help end with 0`() async throws {
        try await withHome(parts: []) { home in
            for words in [["version"], ["--version"], ["--help"], ["run", "--help"], ["alerts", "--help"]] {
                let answer = try await home.pullcord(words)
                #expect(answer.code == 0, "\(words): \(answer.output)")
                #expect(!answer.output.isEmpty)
            }
        }
    }

    @Test func `away is seen in the status and ends by command`() async throws {
        try await withHome { home in
            #expect(try await home.ask("away", "--for", "2h").code == 0)
            #expect(try await home.gateway.status().awayUntil != nil)
            // Calls for help are never switched off.
            try await home.press()
            _ = try await home.alert(.helpCall)
            #expect(try await home.ask("away", "--back").code == 0)
            #expect(try await home.gateway.status().awayUntil == nil)
        }
    }

    @Test func `a mode is set by command, seen in the status, and given up again`() async throws {
        try await withHome { home in
            let night = try await home.ask("mode", "night", "--for", "2h")
            #expect(night.code == 0)
            #expect(night.output.hasPrefix("Night until "), "\(night.output)")
            #expect(try await home.gateway.status().living.mode == .night)
            #expect(try await home.ask("status").output.contains("mode: Night until "))
            #expect(try await home.ask("mode", "home").code == 0)
            #expect(try await home.gateway.status().living.modeUntil == nil)
            let nobody = try await home.ask("visit", "in", "nobody-at-all")
            #expect(nobody.code == 1)
            #expect(nobody.output.contains("There is no visitor `nobody-at-all`"), "\(nobody.output)")
        }
    }

    @Test func `an alert that is not there is said so`() async throws {
        try await withHome { home in
            let answer = try await home.ask("alerts", "show", "nobody-7")
            #expect(answer.code == 1)
            #expect(answer.output.contains("There is no alert nobody-7"), "\(answer.output)")
            let list = try await home.ask("alerts", "--json")
            #expect(list.code == 0)
            #expect(list.output.contains("["))
        }
    }
}
