internal import GatewayCore

/// What must be true of alerts about beds, doors, outings, bodies and habits, whatever their rules make of it.
extension Oracle {
    mutating func judge(life alert: Alert, _ moment: Moment) {
        let fault: String? =
            switch alert.kind {
            case .notReturned: alert.device == nil ? faultOfOuting(moment) : faultOfBed(moment)
            case .occupiedTooLong: alert.device == SimulatedHome.chair ? faultOfChair(moment) : faultOfBathroom(moment)
            case .notInBed: faultOfBedtime(moment)
            case .wandering: faultOfWandering(moment)
            case .vitalSign: faultOfVitalSign(alert, moment)
            case .earlyWarning: faultOfScore(moment)
            default: faultOfRoutine(moment)
            }
        if let fault { report(.phantom, "\(alert.id) \(alert.kind.rawValue): \(fault)") }
    }

    private func faultOfBed(_ moment: Moment) -> String? {
        guard let left = facts.since(SimulatedHome.bed, .bedOccupied, isOn: false) else { return "somebody is in bed" }
        return moment.boot - left < SimulatedHome.bedLeftWithin ? "the bed was left just now" : nil
    }

    /// Whoever moved about inside was home; only then can they have left. A movement in the minutes after a door was
    /// used may be of the one who leaves, and an animal moves about by itself.
    private func faultOfOuting(_ moment: Moment) -> String? {
        if let activity = facts.lastActivity, !hasPets,
            moment.boot - activity < SimulatedHome.homeLeftWithin - Limits.leavingTakes - .minutes(5)
        {
            return "somebody was active \((moment.boot - activity).inWords) ago"
        }
        return nil
    }

    private func faultOfChair(_ moment: Moment) -> String? {
        guard let since = facts.since(SimulatedHome.chair, .chairOccupied, isOn: true) else {
            return "nobody is in the chair"
        }
        return moment.boot - since < SimulatedHome.chairHold ? "they sat down just now" : nil
    }

    private func faultOfBathroom(_ moment: Moment) -> String? {
        guard let shut = facts.since(SimulatedHome.bathDoor, .open, isOn: false) else { return "the door is open" }
        if moment.boot - shut < SimulatedHome.bathroomHold { return "the door was shut just now" }
        let isSeen = facts.count(SimulatedHome.bathMotion, .motion, since: shut) > 0
        return isSeen ? nil : "nobody moved behind the door"
    }

    private func faultOfBedtime(_ moment: Moment) -> String? {
        if !SimulatedHome.bedtime.contains(moment.wall, in: SimulatedHome.zone) { return "it is not the time" }
        return facts.since(SimulatedHome.bed, .bedOccupied, isOn: true) == nil ? nil : "somebody is in bed"
    }

    /// The wait goes on over an outage, and until the clock is set: two days are longer than both. Only an
    /// outage over which the clock was set by years lengthens the line of boot time by them.
    private func faultOfWandering(_ moment: Moment) -> String? {
        let hasJustStarted = steadySince.map { moment.boot - $0 < .hours(1) } ?? true
        let earliest = hasJustStarted ? BootTime.zero : moment.boot - .days(2)
        guard facts.count(SimulatedHome.door, .open, since: earliest) > 0 else {
            return "the door was not opened"
        }
        let used = max(facts.heardOn(SimulatedHome.door, .open), facts.heardOff(SimulatedHome.door, .open))
        let isSeen = facts.lastActivity.map { $0 > used + .seconds(21) } ?? false
        return isSeen ? "somebody was seen inside" : nil
    }

    private func faultOfVitalSign(_ alert: Alert, _ moment: Moment) -> String? {
        guard case .rule(let rule, _, _) = alert.cause else { return nil }
        let isPulse = rule == SimulatedHome.pulseRule
        let isBeyond = readingsOfTurn.contains { reading in
            guard reading.freshness == .live, case .number(let value) = reading.value else { return false }
            return isPulse
                ? reading.capability == .heartRate
                    && (value > SimulatedHome.pulse.above || value < SimulatedHome.pulse.below)
                : reading.capability == .bodyTemperature && value > SimulatedHome.fever
        }
        return isBeyond ? nil : "nothing beyond the limit was measured"
    }

    /// All seven observations are there, and none is too old. It is judged half a minute after the newest.
    private func faultOfScore(_ moment: Moment) -> String? {
        let oldest = moment.boot - SimulatedHome.scoreValidFor
        let missing = SimulatedHome.observations.first { facts.observed($0).map { $0 < oldest } ?? true }
        return missing.map { "there is no \($0.rawValue)" }
    }

    /// Half of the baseline's days must have been lived.
    private func faultOfRoutine(_ moment: Moment) -> String? {
        let needed = Duration.days(Int64(SimulatedHome.baselineDays / 2))
        let isLong = facts.firstActivity.map { moment.boot - $0 >= needed } ?? false
        return isLong ? nil : "nobody knows yet what is usual"
    }
}
