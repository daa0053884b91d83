/// Why a frame got no reply.
enum DC09LineError: Error, Hashable {
    /// Nothing came in time.
    case silence
    /// The connection ended; a kept one may have been stale.
    case closed
    /// Nobody listens, no route, or the name is not known.
    case unreachable(reason: String)
    /// The peer does not speak DC-09.
    case babble

    var reason: String {
        switch self {
        case .silence: "The receiver did not answer in time."
        case .closed: "The receiver ended the connection without an answer."
        case .unreachable(let reason): reason
        case .babble: "What answers there does not speak DC-09."
        }
    }
}
