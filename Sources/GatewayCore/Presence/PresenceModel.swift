/// Infers presence from entrance doors and from what is seen inside.
///
/// Somebody seen inside is there. A door used and nothing seen inside afterwards means that they went,
/// the surer the longer. A home whose entrances or whose inside cannot be seen is unknown.
struct PresenceModel: Hashable, Codable, Sendable {
    private(set) var presence = Presence()
    /// When an entrance was last opened or shut; nil once somebody was seen inside after it.
    private var doorUsed: BootTime?
    /// Nobody was in when the door was last used: who is seen next came in by it.
    private var wasEmpty: Bool?

    /// Nothing is known, and nothing is being concluded.
    var isBlank: Bool { presence.state == .unknown && doorUsed == nil && wasEmpty == nil }

    /// After a door, signs of the one who leaves can still come in for this long.
    static let leavingTakes = Duration.minutes(2)
    /// So long without a sign after a door was used, they have probably gone.
    static let probablyGone = Duration.minutes(10)
    /// So long without one, it is as sure as sensors can be.
    static let surelyGone = Duration.hours(1)

    /// How sure each inference is, in per cent. What a sensor says of a person is never certain.
    enum Confidence {
        static let seen = 95
        /// An animal may have set it off.
        static let seenDespitePet = 60
        static let probablyGone = 70
        static let surelyGone = 90
        /// The residents said so.
        static let said = 95
    }

    /// Takes what was told live, or a mode that was set.
    mutating func see(_ sign: Sign, at now: BootTime) {
        switch sign {
        case .inside(let confidence):
            // The first moments after the door belong to whoever goes out by it, unless nobody was in.
            if wasEmpty == true || doorUsed.map({ now > $0 + Self.leavingTakes }) ?? false {
                doorUsed = nil
                wasEmpty = nil
            }
            if presence.state == .someone, presence.confidence >= confidence { return }
            set(.someone, confidence, now)
        case .door:
            doorUsed = now
            if presence.state == .nobody {
                wasEmpty = true
                set(.unknown, 0, now)
            }
        case .saidOut:
            doorUsed = now - Self.surelyGone
            wasEmpty = nil
            set(.nobody, Confidence.said, now)
        case .blind:
            // Whoever came or went meanwhile, nobody saw it.
            doorUsed = nil
            wasEmpty = nil
            set(.unknown, 0, now)
        }
    }

    /// Draws conclusions from time that passed.
    mutating func settle(at now: BootTime) {
        guard let doorUsed else { return }
        if now >= doorUsed + Self.surelyGone {
            if presence.state != .nobody || presence.confidence < Confidence.surelyGone {
                set(.nobody, Confidence.surelyGone, now)
            }
        } else if now >= doorUsed + Self.probablyGone, presence.state != .nobody {
            set(.nobody, Confidence.probablyGone, now)
        }
    }

    /// When time alone would change it.
    var deadline: BootTime? {
        guard let doorUsed else { return nil }
        switch presence.state {
        case .nobody where presence.confidence >= Confidence.surelyGone: return nil
        case .nobody: return doorUsed + Self.surelyGone
        case .someone, .unknown: return doorUsed + Self.probablyGone
        }
    }

    private mutating func set(_ state: Presence.State, _ confidence: Int, _ now: BootTime) {
        let since = state == presence.state ? presence.since : now
        presence = Presence(state, confidence: confidence, since: since)
    }

    enum Sign {
        case inside(confidence: Int)
        case door
        case saidOut
        /// The doors or the inside cannot be seen any more.
        case blind
    }
}
