import Foundation
import GatewayDaemon
import LinuxSupport

/// What the command prints. Lines go out at once, also into a pipe.
enum Output {
    static func line(_ text: String) { self.text(text + "\n") }

    /// A text that ends its last line itself.
    static func text(_ text: String) {
        do throws(SystemError) {
            try write(text, to: STDOUT_FILENO)
        } catch {
            // As a signal would end it: behind `| head` the reader has what it wanted.
            if error.code == EPIPE { exit(128 + SIGPIPE) }
            complain("What the command says cannot be written: \(error).")
            exit(GatewayDaemon.ExitCode.inputOutput.rawValue)
        }
    }

    static func complain(_ text: String) {
        status("pullcord: " + text + "\n")
    }

    /// A line on a terminal that the next one overwrites.
    static func status(_ text: String) {
        // Nobody is left to be told.
        try? write(text, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) throws(SystemError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = try DescriptorBytes.write(descriptor, rest)
            if count == 0 { _ = try Poll.wait([(descriptor, .output)], timeout: nil) }
            rest = rest.dropFirst(count)
        }
    }

    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static func oneLine(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
