/// What those who listen to the desk are told.
enum DeskChange: Hashable, Sendable {
    case new(key: String)
    case changed(key: String)
    /// Nothing happened; the connection is alive.
    case heartbeat

    /// As a server-sent event (HTML, "Server-sent events"). A key is percent-encoded, so that it holds no
    /// line end.
    var serverSentEvent: String {
        switch self {
        case .new(let key): "event: change\ndata: new \(key)\n\n"
        case .changed(let key): "event: change\ndata: changed \(key)\n\n"
        case .heartbeat: ": alive\n\n"
        }
    }
}
