// What a day is made of: signs of somebody, time in bed, times at which the home became empty.
extension BaselineRule {
    /// A sign of somebody was seen.
    func count(_ state: inout State, _ context: RuleContext) {
        guard var day = state.day else { return }
        if let window, context.isWithin(window) != .yes { return }
        let now = context.moment.boot
        switch measure {
        case .activity, .nightActivity:
            let quarter = Int((now - day.beganBoot).wholeSeconds / Self.quarterSeconds)
            guard quarter != day.lastQuarter else { return }
            day.lastQuarter = quarter
            day.countOne()
        case .bathroom:
            let isSame = day.lastSign.map { now - $0 <= apart } ?? false
            // Signs come by the second; what was last need not be known better than to half a minute.
            if isSame, let last = day.lastSign, now - last < Self.signStep { return }
            day.lastSign = now
            if !isSame { day.countOne() }
        case .gettingUp:
            guard day.count == nil else { return }
            day.count = Int(max(.zero, now - day.countsFrom).wholeSeconds / 60)
        case .sleep, .outings: return
        }
        state.day = day
    }

    private static let quarterSeconds: Int64 = 15 * 60
    private static let signStep = Duration.seconds(30)

    /// The home became empty, by its doors or because somebody said so.
    func countOuting(_ state: inout State, _ context: RuleContext) {
        let isEmpty = context.presence.isEmpty(atLeast: InactivityRule.emptyEnough)
        // A door that opens makes it unknown; nobody seen inside afterwards is the same outing.
        guard isEmpty != .unknown, isEmpty != state.wasEmpty else { return }
        let isOuting = isEmpty == .yes && state.wasEmpty == .no
        state.wasEmpty = isEmpty
        guard isOuting, window.map({ context.isWithin($0) == .yes }) ?? true else { return }
        state.day?.countOne()
    }

    // MARK: - The bed

    func followBed(_ reading: Reading, _ state: inout State) {
        guard case .state(let isOccupied) = reading.value else { return }
        if !state.known.contains(reading.device) { state.known.append(reading.device) }
        guard isOccupied != state.occupied.contains(reading.device) else { return }
        if isOccupied {
            state.occupied.append(reading.device)
        } else {
            state.occupied.removeAll { $0 == reading.device }
        }
        followSleeper(&state, at: reading.measured)
    }

    func forgetBed(_ device: DeviceID, _ state: inout State, _ now: BootTime) {
        state.known.removeAll { $0 == device }
        state.occupied.removeAll { $0 == device }
        followSleeper(&state, at: now)
    }

    private func followSleeper(_ state: inout State, at time: BootTime) {
        if !state.occupied.isEmpty {
            if state.inBedSince == nil { state.inBedSince = time }
        } else if let since = state.inBedSince {
            state.inBedSince = nil
            guard let from = state.day?.countsFrom else { return }
            state.day?.inBed += max(.zero, time - max(since, from))
        }
    }

    // MARK: - The number of a day

    /// What a day gave, now that it is over; nil when it cannot be told.
    func value(of day: BaselineDay, until end: BootTime, _ state: State) -> Int? {
        switch measure {
        case .sleep: return state.known.count == devices.count ? Int(day.inBed.wholeSeconds / 60) : nil
        case .outings where state.wasEmpty == .unknown: return nil
        case _ where measure.isNothingWithoutAny && day.count == nil: return nil
        default: break
        }
        let count = day.count ?? 0
        guard measure.growsWithTheDay else { return count }
        // By a day of 24 hours, or a night of its usual length.
        let usual = window.map { Int64(($0.to.minutes - $0.from.minutes + 1_440) % 1_440) } ?? 1_440
        let actual = max(1, (end - day.countsFrom).wholeSeconds / 60)
        return Int((Int64(count) * usual + actual / 2) / actual)
    }
}

extension Reading {
    /// Whether it says that somebody is there, just now.
    func showsSomebody(isChange: Bool) -> Bool {
        guard freshness == .live, capability.showsActivity else { return false }
        switch (capability, value) {
        case (.motion, .state(let isActive)), (.presence, .state(let isActive)): return isActive
        case (_, .happened): return !isRedelivered
        default: return isChange
        }
    }
}
