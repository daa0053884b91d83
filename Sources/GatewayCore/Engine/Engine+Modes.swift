extension Engine {
    /// How the home is lived in now: what somebody has set, else the night by its hours, else a visit.
    package var mode: HomeMode {
        if let set = gateway.mode { return set.mode }
        if night.isNow { return .night }
        return visits.isEmpty ? .home : .visitors
    }

    /// Who of the known visitors is in the home.
    package var visits: [Visit] { gateway.visits ?? [] }

    /// Whether it is night by its hours, and until when that stays so: the mode is asked for with every look of
    /// a rule, and the calendar only at the edges.
    struct Night {
        var isNow = false
        /// Nil while no hours are set, or the clock is not.
        var ends: WallTime?
    }

    /// Looks at the hours of the night anew. While the clock is not set it is never night, so that nothing
    /// rests on a guess.
    mutating func lookAtNight() {
        guard let hours = plan.night, now.quality != .unsynchronised else {
            night = Night()
            return
        }
        let zone = plan.home.zone
        night = Night(
            isNow: hours.contains(now.wall, in: zone),
            ends: hours.nextEdge(after: now.wall, in: zone))
    }

    // MARK: - Setting

    /// Sets a mode until a time, or ends the one that was set.
    ///
    /// Each mode ends by itself: at the time that was said, at most after `Limits.longestAway`.
    mutating func set(_ mode: HomeMode?, until: WallTime?) {
        if let mode {
            let end = min(until ?? now.wall + plan.stay(in: mode), now.wall + Limits.longestAway)
            gateway.mode = ModeSetting(
                mode: mode, since: now.boot, until: end, ends: now.boot + (end - now.wall),
                isByClock: now.quality != .unsynchronised)
        } else {
            gateway.mode = nil
        }
        isGatewayTouched = true
        decision.mustBeDurable = true
        if mode?.isEmptyHome ?? false { sense(.saidOut) } else { blindPresenceIfUnseen() }
        followMode()
    }

    /// Lets the rules know when the mode has changed, whatever changed it.
    mutating func followMode() {
        guard mode != gateway.followedMode else { return }
        gateway.followedMode = mode
        isGatewayTouched = true
        observeAll(.tick)
    }

    /// When the mode that was set ends by itself: at the time that was said, by the clock where that was and
    /// is set, and else after as long as it was said to last.
    private var setModeEnds: BootTime? {
        guard let set = gateway.mode else { return nil }
        if set.isByClock, now.quality != .unsynchronised { return now.boot + (set.until - now.wall) }
        return set.ends
    }

    /// When the mode may change by itself.
    var modeDeadline: BootTime? {
        var earliest = setModeEnds
        for time in visits.map(\.ends) + [night.ends.map { now.boot + ($0 - now.wall) }].compactMap(\.self) {
            earliest = earliest.map { min($0, time) } ?? time
        }
        return earliest
    }

    mutating func endModesIfDue() {
        for visit in visits where visit.ends <= now.boot { end(visit) }
        if let end = setModeEnds, end <= now.boot { set(nil, until: nil) }
        followMode()
    }

    /// The residents' own activity brings them back, some time after they went.
    mutating func endAway(onActivity reading: Reading) {
        guard let set = gateway.mode, set.mode.isEmptyHome, reading.freshness == .live,
            reading.value == .state(true), reading.capability == .motion || reading.capability == .presence,
            now.boot - set.since > Limits.leavingTakes, visits.isEmpty
        else { return }
        // An animal moves about in an empty home.
        if plan.home.hasPets, !(plan.home.device(reading.device)?.overlooksPets ?? false) { return }
        self.set(nil, until: nil)
    }

    // MARK: - Visits

    /// A visitor came, or went.
    mutating func visit(_ visitor: VisitorID, isHere: Bool, until: WallTime?) {
        guard let known = plan.home.visitor(visitor) else { return }
        let ongoing = visits.first { $0.visitor == visitor }
        if !isHere {
            if let ongoing { end(ongoing) }
            return
        }
        let length = until.map { min(max($0 - now.wall, Limits.shortestHold), Limits.longestVisit) } ?? known.stay
        let visit = Visit(visitor: visitor, since: ongoing?.since ?? now, ends: now.boot + length)
        var kept = visits.filter { $0.visitor != visitor }
        guard kept.count < Limits.visits else { return }
        kept.append(visit)
        keep(kept)
        if ongoing == nil { observeAll(.visit(visitor, isHere: true)) }
        followMode()
    }

    private mutating func end(_ visit: Visit) {
        keep(visits.filter { $0.visitor != visit.visitor })
        observeAll(.visit(visit.visitor, isHere: false))
        followMode()
    }

    private mutating func keep(_ visits: [Visit]) {
        gateway.visits = visits.isEmpty ? nil : visits
        isGatewayTouched = true
        decision.mustBeDurable = true
    }

    /// A visitor's tag begins their visit, and ends it.
    mutating func takeTag(_ reading: Reading, of device: Device) {
        guard let visitor = device.visitor, reading.freshness == .live, !reading.isRedelivered,
            reading.capability == .buttonPress || reading.capability == .helpCall
        else { return }
        visit(visitor, isHere: !visits.contains { $0.visitor == visitor }, until: nil)
    }
}
