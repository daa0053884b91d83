internal import GatewayCore

extension Oracle {
    // MARK: - Causes

    mutating func judge(opening alert: Alert, _ moment: Moment) {
        switch alert.cause {
        case .path(let path): judge(opening: alert, path, moment)
        case .audit:
            // The step may belong to an alert that was not raised yet.
            guard let last = lastDecided, moment.boot - last > Limits.stepLateAfter else {
                return report(.phantom, "\(alert.id): the gateway did not stall")
            }
        case .rule where given != nil: judge(openingInGivenHome: alert)
        case .rule:
            switch alert.kind {
            case .helpCall, .fall: judge(press: alert)
            case .leftOpen: demand(alert, SimulatedHome.door, SimulatedHome.leftOpenHold(settings), moment)
            case .tamper: demand(alert, SimulatedHome.door, .zero, moment)
            case .mainsLost: demand(alert, SimulatedHome.mainsWatch, SimulatedHome.mainsHold, moment)
            case .opened: judge(opened: alert)
            case .rapidChange, .weakSignal, .corroborated, .incomplete, .unusualCount, .missed:
                judge(pattern: alert, moment)
            case .inactivity: judge(inactivity: alert, moment)
            case .notReturned, .occupiedTooLong, .notInBed, .wandering, .vitalSign, .earlyWarning, .routineChange:
                judge(life: alert, moment)
            case .deviceSilence: judge(silence: alert, for: SimulatedHome.silentAfter, moment)
            case .testPressDue: judge(silence: alert, for: SimulatedHome.testPressEvery, moment)
            default:
                if let limit = SimulatedHome.limits.first(where: { $0.kind == alert.kind }) {
                    demand(alert, SimulatedHome.thermometer, limit.hold, moment)
                } else {
                    judge(hazard: alert)
                }
            }
        }
    }

    /// What is only told from memory calls nobody, whatever the rules are.
    private mutating func judge(openingInGivenHome alert: Alert) {
        switch alert.kind {
        case .helpCall, .fall:
            let isPressed = readingsOfTurn.contains { reading in
                reading.device == alert.device && reading.freshness == .live && reading.capability.calls == alert.kind
            }
            if !isPressed {
                report(.phantom, "\(alert.id): nobody pressed \(alert.device?.name ?? "anything")")
            } else if !pressesOfTurn.isEmpty {
                judge(press: alert)
            }
        case .opened: judge(opened: alert)
        default: break
        }
    }

    private mutating func judge(press alert: Alert) {
        let press = pressesOfTurn.first { press in
            press.reading.device == alert.device && press.reading.capability.calls == alert.kind
        }
        guard let press else {
            return report(.phantom, "\(alert.id): nobody pressed \(alert.device?.name ?? "anything")")
        }
        if alertsOfPress[press.number] != nil, !press.reading.isRedelivered {
            report(.pressTwice, "message \(press.number) is \(alert.id) and another")
        }
        pressAlerts.append((press.number, alert.id))
    }

    private mutating func judge(opened alert: Alert) {
        let isOpened = readingsOfTurn.contains {
            $0.device == alert.device && $0.capability == .open && $0.value == .state(true) && $0.freshness == .live
        }
        if !isOpened { report(.phantom, "\(alert.id): nobody opened \(alert.device?.name ?? "anything")") }
    }

    /// What is found in several readings: what must be true of them whatever the rule makes of them.
    private mutating func judge(pattern alert: Alert, _ moment: Moment) {
        let now = moment.boot
        let fault: String?
        switch alert.kind {
        case .rapidChange: fault = facts.cooling < SimulatedHome.rate.by ? "it fell by \(facts.cooling)" : nil
        case .weakSignal: fault = isLinkWeak(moment) ? nil : "the door's link is well"
        case .corroborated:
            let missing = SimulatedHome.corroboration.signs.first {
                !facts.wasOn($0, within: SimulatedHome.corroboration.within, at: now)
            }
            fault = missing.map { "nothing was seen of \($0.device)" }
        case .incomplete:
            let lit = facts.newestChange(SimulatedHome.stove, .switchedOn)
            let isWaiting = lit.map { now - $0 >= SimulatedHome.followedWithin } ?? false
            let isFollowed = lit.map { facts.isOff(SimulatedHome.stove, .switchedOn, since: $0) } ?? false
            fault = !isWaiting ? "the stove was not lit so long ago" : isFollowed ? "the stove was turned off" : nil
        case .unusualCount:
            let count = facts.count(SimulatedHome.bathMotion, .motion, since: now - SimulatedHome.walks.within)
            fault = count > SimulatedHome.walks.most ? nil : "the bathroom was visited \(count) times"
        default:
            fault = isMedicineTaken(moment) ? "the medicine box was opened" : nil
        }
        if let fault { report(.phantom, "\(alert.id) \(alert.kind.rawValue): \(fault)") }
    }

    /// Whether the door's link can be weak. The rule may lose what it last learned, and begins anew after a blind
    /// time, while these readings are all kept: within nine readings' time of either, which comes with a start or a
    /// path that was down, a weak one within days is enough.
    private func isLinkWeak(_ moment: Moment) -> Bool {
        if facts.isLinkWeak { return true }
        let isSteady = steadySince.map { moment.boot - $0 > .hours(27) } ?? false
        return !isSteady && facts.weakLink.map { moment.boot - $0 < .days(3) } ?? false
    }

    /// Whether the box was opened in the part of the morning that has just ended by a clock that nobody has set.
    private func isMedicineTaken(_ moment: Moment) -> Bool {
        let civil = SimulatedHome.zone.civil(moment.wall)
        let minutes = civil.hour * 60 + civil.minute - SimulatedHome.morning.to.minutes
        let length = Duration.hours(3)
        guard minutes == 0, let clockSince, moment.boot - clockSince > length else { return false }
        let opened = facts.newestChange(SimulatedHome.medicineBox, .open)
        return opened.map { moment.boot - $0 < length - .minutes(1) } ?? false
    }

    private mutating func judge(hazard alert: Alert) {
        guard let device = alert.device, let fact = knownBefore[KnownFacts.Watched(device: device, kind: alert.kind)],
            fact.isTrue,
            readingsOfTurn.contains(where: { $0.device == device && $0.capability.rawValue == alert.kind.rawValue })
        else { return report(.phantom, "\(alert.id): no detector reports \(alert.kind.rawValue)") }
        if fact.isAlerted { report(.phantom, "\(alert.id): this \(alert.kind.rawValue) had its alert") }
    }

    private mutating func demand(_ alert: Alert, _ device: DeviceID, _ hold: Duration, _ moment: Moment) {
        guard let fact = facts.fact(device, alert.kind), fact.isTrue, moment.boot - fact.since >= hold else {
            return report(.phantom, "\(alert.id): \(alert.kind.rawValue) has not lasted \(hold.inWords)")
        }
    }

    private mutating func judge(inactivity alert: Alert, _ moment: Moment) {
        guard let last = facts.lastActivity, moment.boot - last < SimulatedHome.inactivityAfter else { return }
        report(.phantom, "\(alert.id): somebody was active \((moment.boot - last).inWords) ago")
    }

    private mutating func judge(silence alert: Alert, for interval: Duration, _ moment: Moment) {
        guard let device = alert.device, let heard = facts.heard(device) else { return }
        if moment.boot - heard < interval {
            report(.phantom, "\(alert.id): \(device) spoke \((moment.boot - heard).inWords) ago")
        }
    }

    private mutating func judge(opening alert: Alert, _ path: Path, _ moment: Moment) {
        // A refusal is a channel's fault without its path being down, and an output's silence the engine's to find.
        switch path {
        case .channel, .output: return
        default: break
        }
        // Or it is connected and delivers nothing.
        let supervised = given?.supervised(behind: path) ?? []
        let isQuiet = supervised.allSatisfy { device in
            facts.heard(device).map { moment.boot - $0 >= SimulationLimits.quietPathAfter } ?? true
        }
        if supervised.count >= SimulationLimits.quietPathDevices, isQuiet { return }
        guard let since = downSince[path], moment.boot - since >= given?.faultAfter ?? .seconds(15) else {
            return report(.phantom, "\(alert.id): \(path.name) was not down for long")
        }
    }

    // MARK: - What was missed

    /// What has lasted for its hold and longer, while the gateway ran and saw, must have been raised.
    mutating func demandWhatLasts(_ moment: Moment) {
        let steady = steadySince ?? moment.boot
        steadySince = steady
        guard downSince.isEmpty else { return }
        for (watched, fact) in facts.facts where fact.isTrue && !fact.isAlerted && fact.since > steady {
            guard let hold = hold(watched) else { continue }
            // A device that fell silent says nothing of now.
            if let heard = facts.heard(watched.device), moment.boot - heard >= SimulatedHome.silentAfter { continue }
            if moment.boot - fact.since > hold + SimulationLimits.raisedWithin {
                let lasted = (moment.boot - fact.since).inWords
                report(.missed, "\(watched.kind.rawValue) of \(watched.device) for \(lasted)")
            }
        }
    }

    /// How long a condition must last in these settings; nil where no rule watches it.
    private func hold(_ watched: KnownFacts.Watched) -> Duration? {
        switch watched.kind {
        case .leftOpen: return watched.device == SimulatedHome.door ? SimulatedHome.leftOpenHold(settings) : nil
        case .mainsLost: return SimulatedHome.mainsHold
        default: break
        }
        if let limit = SimulatedHome.limits.first(where: { $0.kind == watched.kind }) {
            return SimulatedHome.hasRule(limit.rule, settings) ? limit.hold : nil
        }
        return .zero
    }
}

/// What a person's call is: whose device, and what it calls.
struct Call: Hashable, Sendable {
    var device: DeviceID
    var kind: AlertKind
}

extension Capability {
    /// The kind of alert that an event of a person is; nil for what calls nobody.
    var calls: AlertKind? {
        switch self {
        case .helpCall, .testPress: .helpCall
        case .fall: .fall
        default: nil
        }
    }
}
