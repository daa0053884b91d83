extension Engine {
    /// Takes what one arrival said into the picture and shows it to the rules that watch it.
    mutating func take(_ readings: [Reading]) {
        for reading in readings {
            guard let place = devices.place(of: reading.device) else { continue }
            // A copy can tell a state, never an event.
            if reading.capability.kind == .event, reading.freshness != .live { continue }
            guard devices.believes(reading, at: place) else { continue }
            let before = devices.take(reading, at: place)
            decision.changes.append(.reading(reading))
            // A call is acknowledged to the broker when it is on disk, whatever becomes of it here.
            if reading.capability.kind == .event, reading.capability.isAlarmClass { decision.mustBeDurable = true }
            var shown = reading
            if reading.capability.kind == .event, let before {
                if reading.isRedelivered, reading.occurred != nil, reading.occurred == before.occurred { continue }
                // The second frame of a press is that press.
                if reading.isSameHappening(as: before) { shown.isRedelivered = true }
            }
            endAway(onActivity: reading)
            let isChange = before?.value != reading.value
            for index in watchers[place].indices where watchers[place][index].capability == reading.capability {
                observe(.reading(shown, isChange: isChange), rule: watchers[place][index].rule)
            }
        }
        var saved: [DeviceID] = []
        for reading in readings where !saved.contains(reading.device) {
            saved.append(reading.device)
            if let state = devices[reading.device] { decision.changes.append(.device(state)) }
        }
    }

    /// The person showed, other than by a device, that they are well.
    mutating func showActivity() {
        observeAll(.personActive)
        if isAway { setAway(until: nil, source: "their own activity") }
    }

    // MARK: - Away

    mutating func setAway(until: WallTime?, source: String) {
        let wasAway = isAway
        gateway.awayUntil = until.map { min($0, now.wall + Limits.longestAway) }
        gateway.awaySince = until == nil ? nil : now.boot
        gateway.awayEnds = gateway.awayUntil.map { now.boot + ($0 - now.wall) }
        gateway.isAwayByClock = now.quality != .unsynchronised
        isGatewayTouched = true
        decision.mustBeDurable = true
        // Coming and going change what the rules wait for.
        if wasAway != isAway { observeAll(.tick) }
    }

    /// When away ends by itself: at the time that was said, by the clock where that was and is set, and
    /// else after as long as it was said to last.
    var awayEnd: BootTime? {
        guard let until = gateway.awayUntil else { return nil }
        if gateway.isAwayByClock, now.quality != .unsynchronised { return now.boot + (until - now.wall) }
        return gateway.awayEnds
    }

    mutating func endAwayIfDue() {
        guard let end = awayEnd, end <= now.boot else { return }
        setAway(until: nil, source: "the time they gave")
    }

    private mutating func endAway(onActivity reading: Reading) {
        guard let since = gateway.awaySince, reading.freshness == .live, reading.value == .state(true),
            reading.capability == .motion || reading.capability == .presence,
            now.boot - since > Limits.leavingTakes
        else { return }
        setAway(until: nil, source: "their own activity")
    }

    // MARK: - Starting

    mutating func start(after outage: Outage?) {
        if let outage, outage.length > .seconds(1) {
            gateway.outages.append(PastOutage(end: now.boot, length: outage.length))
            if gateway.outages.count > Limits.pastOutages { gateway.outages.removeFirst() }
            devices = devices.rearranged(for: plan.home.devices, outages: gateway.outages)
        }
        for place in plan.home.devices.indices { devices.missed(at: place, until: now.boot) }
        isGatewayTouched = true
        decision.mustBeDurable = true
        announceAgain()
        forgetUnreportedBreaks()
        // The rules that remember first: a new one has seen no outage.
        if let outage { observeAll(.resumed(outage)) }
        introduceNewRules()
        observeAll(.tick)
        fitToPlan()
        resumeDeliveries()
    }
}
