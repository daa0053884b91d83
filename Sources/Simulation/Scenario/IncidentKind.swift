internal import GatewayCore

/// The kinds of incidents, for coverage: a new incident has no kind until it is named here, and then must
/// be met by the seeds.
enum IncidentKind: String, CaseIterable {
    case event, state, number, okay, away, mode
    case visitorComes = "visitor comes"
    case visitorGoes = "visitor goes"
    case contactAcknowledges = "contact acknowledges"
    case contactCloses = "contact closes"
    case contactAnswering = "contact answers from now on"
    case contactSilent = "contact does not answer"
    case deviceSilent = "device silent"
    case brokerDown = "broker down"
    case brokerForgets = "broker forgets"
    case bridgeDown = "bridge down"
    case serialGone = "serial port gone"
    case copies
    case channel
    case disk
    case powerCut = "power cut"
    case ledgerLost = "ledger lost"
    case clockForward = "clock forward"
    case clockBack = "clock back"
    case reload
    case stall
    case suspend
}

extension Incident {
    var kind: IncidentKind {
        switch self {
        case .event: .event
        case .state: .state
        case .number: .number
        case .okay: .okay
        case .away: .away
        case .mode: .mode
        case .visit(_, let isHere): isHere ? .visitorComes : .visitorGoes
        case .answer(_, .acknowledges): .contactAcknowledges
        case .answer(_, .closes): .contactCloses
        case .closing: .contactCloses
        case .answering: .contactAnswering
        case .unanswering: .contactSilent
        case .deviceSilent: .deviceSilent
        case .brokerDown(_, let forgets, _): forgets ? .brokerForgets : .brokerDown
        case .bridgeDown: .bridgeDown
        case .serialGone: .serialGone
        case .copies: .copies
        case .channel: .channel
        case .disk: .disk
        case .powerCut(let cut): cut.losesLedger ? .ledgerLost : .powerCut
        case .clockStep(let size): size < .zero ? .clockBack : .clockForward
        case .reload: .reload
        case .stall: .stall
        case .suspend: .suspend
        }
    }

    /// Whether it is a fault of machines, that the quiet time at the end is free of.
    var isFault: Bool {
        switch self {
        case .event, .state, .number, .okay, .away, .mode, .visit, .copies, .reload: false
        case .answer, .closing, .answering: false
        default: true
        }
    }

    var radio: Radio? {
        switch self {
        case .event(_, _, let radio), .state(_, _, _, let radio), .number(_, _, _, let radio): radio
        default: nil
        }
    }
}

extension Incident.Radio {
    enum Kind: String, CaseIterable {
        case clear, lost, doubled, late
    }

    var kind: Kind {
        switch self {
        case .clear: .clear
        case .lost: .lost
        case .doubled: .doubled
        case .late: .late
        }
    }
}
