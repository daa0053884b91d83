extension Engine {
    /// Takes what one arrival said into the picture and shows it to the rules that watch it.
    mutating func take(_ readings: [Reading]) {
        for reading in readings {
            guard let place = devices.place(of: reading.device) else { continue }
            // A copy can tell a state, never an event.
            if reading.capability.kind == .event, reading.freshness != .live { continue }
            guard devices.believes(reading, at: place) else { continue }
            if reading.freshness == .live, reading.capability != .available { hear(at: place) }
            let before = devices.take(reading, at: place)
            if !plan.home.devices[place].clearings.isEmpty { isClearingStale = true }
            decision.changes.append(.reading(reading))
            // A call is acknowledged to the broker when it is on disk, whatever becomes of it here.
            if reading.capability.kind == .event, reading.capability.isAlarmClass { decision.mustBeDurable = true }
            var shown = reading
            if reading.capability.kind == .event, let before {
                if reading.isRedelivered, reading.occurred != nil, reading.occurred == before.occurred { continue }
                // The second frame of a press is that press.
                if reading.isSameHappening(as: before) { shown.isRedelivered = true }
            }
            newestBefore = gateway.lastAlert
            endAway(onActivity: reading)
            let isChange = before?.value != reading.value
            takeTag(shown, of: plan.home.devices[place])
            infer(from: reading, of: plan.home.devices[place], isChange: isChange)
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
        if mode.isEmptyHome { set(nil, until: nil) }
    }

    // MARK: - Starting

    mutating func start(after outage: Outage?) {
        note(outage)
        announceAgain()
        forgetUnreportedBreaks()
        isSightStale = true
        // The rules that remember first: a new one has seen no outage.
        if let outage { observeAll(.resumed(outage)) }
        introduceNewRules()
        observeAll(.tick)
        fitToPlan()
        resumeDeliveries()
    }

    /// The machine slept: as after a stop, nothing was heard meanwhile and nothing was done.
    mutating func resume(after outage: Outage) {
        note(outage)
        observeAll(.resumed(outage))
    }

    private mutating func note(_ outage: Outage?) {
        if let outage, outage.length > .seconds(1) {
            gateway.outages.append(PastOutage(end: now.boot, length: outage.length))
            if gateway.outages.count > Limits.pastOutages { gateway.outages.removeFirst() }
            devices = devices.rearranged(for: plan.home.devices, outages: gateway.outages)
        }
        for place in plan.home.devices.indices { devices.missed(at: place, until: now.boot) }
        judgePaths()
        isGatewayTouched = true
        decision.mustBeDurable = true
    }
}
