/// The keys of log metadata, so that one thing has one name in every line.
package enum LogKeys {
    package static let alert = "alert"
    package static let attempt = "attempt"
    package static let bytes = "bytes"
    package static let channel = "channel"
    package static let contact = "contact"
    package static let count = "count"
    package static let delivery = "delivery"
    package static let device = "device"
    package static let duration = "duration"
    package static let error = "error"
    package static let file = "file"
    package static let intake = "intake"
    package static let path = "path"
    package static let port = "port"
    package static let reason = "reason"
    package static let rule = "rule"
    package static let state = "state"
    /// How many identical lines were left out.
    package static let suppressed = "suppressed"
    package static let topic = "topic"
    package static let version = "version"
}
