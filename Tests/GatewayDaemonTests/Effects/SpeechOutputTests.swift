import Foundation
import GatewayCore
import GatewayTesting
import Logging
import Testing

@testable import GatewayDaemon

struct SpeechOutputTests {
    private func output(_ command: [String], _ states: Mailbox<PathState>) throws -> SpeechOutput {
        try SpeechOutput(id: OutputID("voice"), command: command, logger: Logger(label: "test")) { states.put($0) }
    }

    private func spoken(_ folder: TestFolder) -> [String] {
        let text = (try? String(contentsOfFile: folder.path + "/spoken", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    @Test func `a phrase is the last word of the command, and no shell sees it`() async throws {
        try await withFolder { folder in
            let states = Mailbox<PathState>()
            let script = #"printf '%s\n' "$1" >> "$0""#
            let voice = try output(["/bin/sh", "-c", script, folder.path + "/spoken"], states)
            let phrase = "Anna's $(reboot) `x` \"comes\"; 100 %"
            voice.speak(phrase)
            #expect(await states.next() == .up)
            #expect(spoken(folder) == [phrase])
            voice.stop()
        }
    }

    @Test func `a newer phrase takes the place of one that waits`() async throws {
        try await withFolder { folder in
            let states = Mailbox<PathState>()
            // The first phrase lasts until the file is there.
            let script = #"printf '%s\n' "$1" >> "$0"; while [ "$1" = one ] && [ ! -e "$0.go" ]; do sleep 0.01; done"#
            let voice = try output(["/bin/sh", "-c", script, folder.path + "/spoken"], states)
            voice.speak("one")
            #expect(await eventually { spoken(folder) == ["one"] })
            voice.speak("two")
            voice.speak("three")
            try folder.write("", to: "spoken.go")
            #expect(await states.next() == .up)
            #expect(await states.next() == .up)
            #expect(spoken(folder) == ["one", "three"])
            voice.stop()
        }
    }

    @Test func `a phrase is over when its command ends, whatever that leaves running`() async throws {
        try await withFolder { folder in
            let states = Mailbox<PathState>()
            // As a sound server that the first phrase starts: it runs on until the file is there.
            let script = #"(while [ ! -e "$0.go" ]; do sleep 0.05; done) & printf '%s\n' "$1" >> "$0""#
            let voice = try output(["/bin/sh", "-c", script, folder.path + "/spoken"], states)
            voice.speak("hello")
            #expect(await states.next() == .up)
            #expect(spoken(folder) == ["hello"])
            try folder.write("", to: "spoken.go")
            voice.stop()
        }
    }

    @Test(arguments: [["/no/such/program"], ["/bin/false"], ["no-such-program-anywhere"]])
    func `a command that does not speak is a path that is down`(command: [String]) async throws {
        let states = Mailbox<PathState>()
        let voice = try output(command, states)
        voice.speak("hello")
        let state = await states.next()
        guard case .down(let reason) = state else {
            Issue.record("\(String(describing: state))")
            return
        }
        #expect(reason.hasPrefix(command[0]))
        voice.stop()
    }
}
