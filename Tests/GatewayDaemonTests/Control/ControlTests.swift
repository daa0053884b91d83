import Foundation
import GatewayCore
import LinuxSupport
import Logging
import Testing

@testable import GatewayDaemon

struct ControlTests {
    private func server(
        _ folder: TestFolder, answer: @escaping @Sendable (ControlRequest) -> ControlResponse = { .done("\($0)") }
    ) throws -> ControlServer {
        let logger = Logger(label: "test")
        let server = try ControlServer(path: folder.path + "/control.sock", logger: logger, answer: answer)
        server.start()
        return server
    }

    /// Asks off Swift's pool, as the command does from its main thread.
    private func ask(_ folder: TestFolder, _ request: ControlRequest) async throws -> ControlResponse {
        let client = ControlClient(path: folder.path + "/control.sock")
        return try await withCheckedThrowingContinuation { continuation in
            _ = BackgroundThread.start(name: "asks") {
                continuation.resume(with: Result { try client.ask(request) })
            }
        }
    }

    /// Writes a line as somebody else would, and reads what comes back.
    private func say(_ folder: TestFolder, _ bytes: [UInt8]) async throws -> String? {
        try await withCheckedThrowingContinuation { continuation in
            _ = BackgroundThread.start(name: "says") {
                continuation.resume(
                    with: Result {
                        let connection = try UnixConnection.connect(to: folder.path + "/control.sock")
                        try connection.writeLine(bytes, timeout: .seconds(20))
                        let answer = try connection.readLine(limit: 65_536, timeout: .seconds(20))
                        return answer.map { String(decoding: $0, as: UTF8.self) }
                    })
            }
        }
    }

    @Test(arguments: [
        ControlRequest.status, .alerts(all: true), .alert(AlertID(ledger: "k3f9", number: 17)),
        .acknowledge(AlertID(ledger: "k3f9", number: 17), by: ContactID("anna")),
        .close(AlertID(ledger: "k3f9", number: 1), by: ContactID("anna"), outcome: .other, note: "a cat"), .okay,
        .story(AlertID(ledger: "k3f9", number: 17)), .rule(RuleID("battery/pendant")),
        .away(until: WallTime(milliseconds: 1_800_000_000_000)), .away(until: nil), .reload,
        .mode(.night, .at(minutes: 420)), .mode(.holiday, .after(milliseconds: 3_600_000)), .mode(.home, nil),
        .visit(VisitorID("nurse"), isHere: true, .after(milliseconds: 60_000)),
        .visit(VisitorID("nurse"), isHere: false, nil),
    ])
    func `a request arrives as it was asked, and its answer comes back`(request: ControlRequest) async throws {
        try await withFolder { folder in
            let server = try server(folder)
            defer { server.stop() }
            guard case .done(let sentence) = try await ask(folder, request) else {
                Issue.record("The answer is another one.")
                return
            }
            #expect(sentence == "\(request)")
        }
    }

    @Test(arguments: ["", "hello", "{}", #"{"status":{}"#, #"{"explode":{}}"#, #"{"alert":{"_0":"k3f9"}}"#])
    func `what is no request is refused in a sentence, and the next one is answered`(line: String) async throws {
        try await withFolder { folder in
            let server = try server(folder)
            defer { server.stop() }
            let answer = try await say(folder, Array(line.utf8))
            #expect(answer?.contains("not one that this version of the gateway knows") == true, "\(answer ?? "none")")
            guard case .done = try await ask(folder, .okay) else {
                Issue.record("The server is gone.")
                return
            }
        }
    }

    @Test func `a line without end is cut off, and others are served meanwhile`() async throws {
        try await withFolder { folder in
            let server = try server(folder)
            defer { server.stop() }
            // The server closes under the writer, whose error may be the first that shows it.
            _ = try? await say(folder, Array(repeating: UInt8(ascii: "x"), count: DaemonLimits.controlLineBytes + 1))
            guard case .done = try await ask(folder, .okay) else {
                Issue.record("The server is gone.")
                return
            }
        }
    }

    @Test func `many ask at once, and each has an answer of its own`() async throws {
        try await withFolder { folder in
            let server = try server(folder)
            defer { server.stop() }
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 1...6 {
                    group.addTask {
                        let request = ControlRequest.alert(AlertID(ledger: "k3f9", number: Int64(number)))
                        guard case .done(let sentence) = try await ask(folder, request) else { return false }
                        return sentence == "\(request)"
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }

    @Test func `only owner and group may ask, and two gateways do not share a socket`() async throws {
        try await withFolder { folder in
            let path = folder.path + "/control.sock"
            let first = try server(folder)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o660)
            #expect(throws: SystemError.self) { try server(folder) }
            first.stop()
        }
    }
}
