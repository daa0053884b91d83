extension Engine {
    /// Takes what one arrival said into the picture and shows it to the rules that watch it.
    mutating func take(_ readings: [Reading]) {
        for reading in readings {
            guard let place = devices.place(of: reading.device) else { continue }
            // A copy can tell a state, never an event.
            if reading.capability.kind == .event, reading.freshness != .live { continue }
            let before = devices.take(reading, at: place)
            decision.changes.append(.reading(reading))
            endAway(onActivity: reading)
            let isChange = before?.value != reading.value
            for index in watchers[place].indices where watchers[place][index].capability == reading.capability {
                observe(.reading(reading, isChange: isChange), rule: watchers[place][index].rule)
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
        gateway.awayUntil = until
        gateway.awaySince = until == nil ? nil : now.boot
        isGatewayTouched = true
        decision.mustBeDurable = true
        // Coming and going change what the rules wait for.
        if wasAway != isAway { observeAll(.tick) }
    }

    mutating func endAwayIfDue() {
        guard let until = gateway.awayUntil, now.quality != .unsynchronised, until <= now.wall else { return }
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
            devices = DeviceBook(
                devices: plan.home.devices, known: devices.states, outages: gateway.outages,
                begun: gateway.begun ?? now.boot)
        }
        isGatewayTouched = true
        decision.mustBeDurable = true
        introduceNewRules()
        if let outage { observeAll(.resumed(outage)) }
        observeAll(.tick)
        resendUnderway()
    }
}
