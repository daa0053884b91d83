/// Metadata keys of this target's log lines.
enum LogKeys {
    static let channel = "channel"
    static let delivery = "delivery"
    static let outcome = "outcome"
    static let milliseconds = "milliseconds"
    static let path = "path"
}
