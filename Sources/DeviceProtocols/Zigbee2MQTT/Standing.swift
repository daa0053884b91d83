import GatewayCore

/// Whether a device spoke just now, or a copy of what it said earlier was sent.
///
/// Zigbee2MQTT sends its cached states again after a start (`cache_state_send_on_startup`, on by default) and
/// when Home Assistant starts, without the retain flag. Such a copy is no sign of life and never an event. But
/// its cache never holds `action`: a publish with one is from the device, whatever else speaks against it.
enum Standing: Hashable, Sendable {
    case live
    /// The broker kept it.
    case retained
    /// The bridge sent it again. `isCertain` is false where only a first contact speaks for that: then a value
    /// that stays (`sos: true`) and was not known before counts as an event; better one too many than a call
    /// for help missed.
    case restated(isCertain: Bool)

    var freshness: Freshness {
        switch self {
        case .live: .live
        case .retained: .retained
        case .restated: .restated
        }
    }

    /// What a publish shows of itself.
    struct Evidence: Sendable {
        /// The device's own time, if believable.
        var seen: WallTime?
        /// Of its bytes.
        var digest: Int
        /// It holds an event that no cache keeps.
        var hasAction: Bool
        /// It holds a state that differs from what the device last said.
        var brings: Bool
        /// How the bridge's start speaks for a copy.
        var start: BridgeMemory.Start?
    }

    init(_ evidence: Evidence, of arrival: Arrival, known: DeviceMemory.Seen?) {
        if arrival.isRetained {
            self = .retained
        } else if arrival.isRedelivered {
            // The first try may never have been recorded. The engine knows a repeat when it sees one.
            self = .live
        } else if let seen = evidence.seen {
            self = Self.byTime(seen, evidence, arrival, known)
        } else {
            self = Self.byStart(evidence)
        }
    }

    private static func byTime(
        _ seen: WallTime, _ evidence: Evidence, _ arrival: Arrival, _ known: DeviceMemory.Seen?
    ) -> Standing {
        let isClockTrusted = arrival.moment.quality != .unsynchronised
        guard let known else {
            if evidence.hasAction { return .live }
            guard isClockTrusted else { return byStart(evidence) }
            if let start = evidence.start {
                // Since the bridge started, the device has not spoken.
                let isBefore = seen + DecodingLimits.sameTransmission < arrival.moment.wall(of: start.boot)
                if isBefore { return .restated(isCertain: start.kind == .watched) }
            }
            return arrival.moment.wall - seen > DecodingLimits.copyAfter ? .restated(isCertain: false) : .live
        }
        if seen == known.time {
            if evidence.digest == known.digest { return .restated(isCertain: true) }
            let isSameTransmission = arrival.moment.boot - known.boot <= DecodingLimits.sameTransmission
            return isSameTransmission || evidence.hasAction ? .live : .restated(isCertain: true)
        }
        if seen > known.time || evidence.hasAction { return .live }
        // Older than what is known: a bridge that lost its last hour, or whose clock was set back.
        let isFresh = isClockTrusted && arrival.moment.wall - seen <= DecodingLimits.occurredAfter
        return isFresh ? .live : .restated(isCertain: true)
    }

    private static func byStart(_ evidence: Evidence) -> Standing {
        guard let start = evidence.start, !evidence.hasAction, !evidence.brings else { return .live }
        return .restated(isCertain: start.kind == .watched)
    }
}
