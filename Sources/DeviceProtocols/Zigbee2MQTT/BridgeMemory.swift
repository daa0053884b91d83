import GatewayCore

/// What the decoder remembers of one bridge.
struct BridgeMemory: Sendable {
    struct Start: Hashable, Sendable {
        /// How it came to be known.
        enum Kind: Hashable, Sendable {
            /// It came online while we listened.
            case watched
            /// It was online when we came.
            case found
        }

        var kind: Kind
        var boot: BootTime
    }

    private(set) var isOnline: Bool?
    /// Counts its starts, so that each device's first publish after one is known.
    private(set) var starts = 0
    private var latest: Start?

    mutating func take(isOnline: Bool, isRetained: Bool, at boot: BootTime) {
        let wasOnline = self.isOnline
        self.isOnline = isOnline
        guard isOnline else { return }
        // What the broker kept says nothing new about a bridge that is known to be online.
        if isRetained, wasOnline == true { return }
        starts += 1
        latest = Start(kind: isRetained && wasOnline == nil ? .found : .watched, boot: boot)
    }

    /// The start whose cached states may still come; nil if none.
    func start(at boot: BootTime) -> Start? {
        guard let latest, boot - latest.boot <= DecodingLimits.restating else { return nil }
        return latest
    }
}
