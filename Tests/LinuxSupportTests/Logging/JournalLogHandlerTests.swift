import GatewayTesting
import Logging
import Testing

@testable import LinuxSupport

struct JournalLogHandlerTests {
    private func logger(
        _ form: JournalLogHandler.Form, _ lines: Mailbox<String>, limit: Int = 60
    ) -> Logger {
        var handler = JournalLogHandler(label: "gateway", form: form, limiter: LogLimiter(limit: limit)) { bytes in
            lines.put(String(decoding: bytes, as: UTF8.self))
        }
        handler.logLevel = .trace
        return Logger(label: "gateway") { [handler] _ in handler }
    }

    @Test(arguments: [
        (Logger.Level.trace, 7), (.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
    ])
    func `the journal gets its priority`(level: Logger.Level, priority: Int) {
        let lines = Mailbox<String>()
        logger(.journal, lines).log(level: level, "Port opened.")
        #expect(lines.all == ["<\(priority)>gateway: Port opened.\n"])
    }

    @Test func `people get the time and the level`() throws {
        let lines = Mailbox<String>()
        logger(.people, lines).warning("Port lost.")
        let line = try #require(lines.all.first)
        #expect(line.hasSuffix("Z warning gateway: Port lost.\n"))
        #expect(line.hasPrefix("20"))
    }

    @Test func `metadata follows in order, quoted where it needs to be`() {
        let lines = Mailbox<String>()
        var logger = logger(.journal, lines)
        logger[metadataKey: LogKeys.intake] = "receiver"
        logger.notice(
            "Port lost.",
            metadata: [LogKeys.reason: "pulled \"out\"", LogKeys.count: "3", LogKeys.error: "", "odd": #"a\b"#])
        let expected = #"<5>gateway: Port lost. count=3 error="" intake=receiver odd=a\b reason="pulled \"out\"""#
        #expect(lines.all == [expected + "\n"])
    }

    @Test func `a value from outside begins no line and colours no terminal`() {
        let lines = Mailbox<String>()
        logger(.journal, lines).notice("Refused.", metadata: ["topic": "a\n<0>forged\u{1B}[31m\u{2028}b"])
        #expect(lines.all == ["<5>gateway: Refused. topic=\"a <0>forged [31m b\"\n"])
    }

    @Test func `a line ends at its limit, with its line end`() throws {
        let lines = Mailbox<String>()
        logger(.journal, lines).notice("Refused.", metadata: ["topic": "\(String(repeating: "x", count: 10_000))"])
        let line = try #require(lines.all.first)
        #expect(line.utf8.count == LinuxLimits.logLineBytes)
        #expect(line.hasSuffix("x\n"))
    }

    @Test func `identical messages are limited, others are not`() {
        let lines = Mailbox<String>()
        let logger = logger(.journal, lines, limit: 3)
        for _ in 0..<10 { logger.notice("Frame refused.") }
        logger.notice("Port lost.")
        #expect(lines.all.count == 4)
        #expect(lines.all.last == "<5>gateway: Port lost.\n")
    }

    @Test func `what was left out is counted when the minute is over`() {
        let limiter = LogLimiter(limit: 2)
        let minute: Int64 = 60_000_000_000
        #expect((0..<5).map { limiter.admit("m", kernelNanoseconds: $0) }.filter { $0 == .refused }.count == 3)
        #expect(limiter.admit("m", kernelNanoseconds: minute) == .admitted(suppressed: 3))
        #expect(limiter.admit("m", kernelNanoseconds: minute + 1) == .admitted(suppressed: 0))
        #expect(limiter.admit("m", kernelNanoseconds: minute + 2) == .refused)
    }

    @Test func `messages that are no constants cost no endless memory and are still written`() {
        let limiter = LogLimiter(limit: 1)
        for number in 0..<10_000 {
            #expect(limiter.admit("m\(number)", kernelNanoseconds: 0) == .admitted(suppressed: 0))
        }
    }
}
