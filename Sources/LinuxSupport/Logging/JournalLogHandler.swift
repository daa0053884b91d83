internal import GatewayCore
package import Logging

/// Writes log lines to standard error: for the journal with its priority, else with the time, for people.
///
/// One line is one write(2), so lines of different threads never mix. Identical messages are limited, and what
/// was left out is counted.
package struct JournalLogHandler: LogHandler {
    /// How a line begins.
    package enum Form: Sendable {
        /// `<4>`: sd-daemon(3)'s priority, which journald takes off again. It adds the time itself.
        case journal
        /// "2026-11-22T17:30:34.123Z warning ".
        case people
    }

    package var logLevel: Logger.Level = .notice
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let form: Form
    private let limiter: LogLimiter
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameters:
    ///   - form: nil chooses by `$JOURNAL_STREAM`.
    ///   - limiter: shared by the handlers of one process.
    ///   - write: for tests; standard error otherwise.
    package init(
        label: String, form: Form? = nil, limiter: LogLimiter = .shared,
        write: @escaping @Sendable ([UInt8]) -> Void = JournalLogHandler.writeToStandardError
    ) {
        self.label = label
        self.form = form ?? (JournalStream.isStandardError ? .journal : .people)
        self.limiter = limiter
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let message = event.message.description
        let admission = limiter.admit(message, kernelNanoseconds: KernelClock.bootNanoseconds())
        guard case .admitted(let suppressed) = admission else { return }
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let own = event.metadata { all.merge(own) { _, new in new } }
        if let error = event.error { all[LogKeys.error] = "\(error)" }
        if suppressed > 0 { all[LogKeys.suppressed] = "\(suppressed)" }
        let beginning =
            switch form {
            case .journal: "<\(Self.priority(of: event.level))>"
            case .people: "\(SystemClock.wallTime().rfc3339) \(event.level) "
            }
        write(LogLine.bytes(beginning: beginning + label + ": " + message, metadata: all))
    }

    /// syslog(3)'s levels.
    static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    /// One write(2); what the terminal does not take is lost, for a log must not stop an alarm.
    package static func writeToStandardError(_ line: [UInt8]) {
        _ = try? DescriptorBytes.write(2, line)
    }
}
