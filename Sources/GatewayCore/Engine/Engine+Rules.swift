extension Engine {
    /// Builds the rules of a plan: the ones it names, and the supervision that every device has unasked.
    /// Rules whose memory still fits take it over; new ones learn what is already known.
    mutating func settle(rules planned: [any Rule], remembering stored: [StoredRule]) {
        func runner<R: Rule>(_ rule: R) -> any RunningRule { RuleRunner(rule) }
        rules = planned.map { runner($0) }
        rules += plan.home.devices.filter { $0.supervision != .none }.map { RuleRunner(SilenceRule(supervising: $0)) }
        let storedByID = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
        var unremembered: [Int] = []
        for index in rules.indices {
            let fits = storedByID[rules[index].common.id].map { rules[index].adopt($0) } ?? false
            if !fits { unremembered.append(index) }
        }
        watchers = Array(repeating: [], count: plan.home.devices.count)
        for (index, rule) in rules.enumerated() {
            for watched in rule.watched {
                guard let place = devices.place(of: watched.device) else { continue }
                watchers[place].append((watched.capability, index))
            }
        }
        ruleDeadlines = rules.map { _ in nil }
        newRules = unremembered
        goneRules = stored.filter { old in
            !old.isRemoved && !rules.contains { $0.common.id == old.id }
        }
    }

    /// Shows the rules without memory what is known, so that a condition already true counts.
    mutating func introduceNewRules() {
        for index in newRules {
            for watched in rules[index].watched where !isSilent(watched.device) {
                guard let known = devices[watched.device]?[watched.capability], known.capability.kind != .event
                else { continue }
                var copy = known
                copy.freshness = .restated
                observe(.reading(copy, isChange: false), rule: index)
            }
            observe(.tick, rule: index)
            decision.changes.append(.rule(rules[index].stored))
        }
        newRules = []
        // Should a rule of that name come back some day, what this one remembers is long out of date.
        for rule in goneRules { decision.changes.append(.rule(rule.removed)) }
        goneRules = []
    }

    /// Shows one rule one thing, and acts on what it finds.
    mutating func observe(_ observation: Observation, rule index: Int) {
        let step = rules[index].observe(observation, context)
        ruleDeadlines[index] = rules[index].deadline(context)
        if step.isStateChanged {
            decision.changes.append(.rule(rules[index].stored))
            if !step.isRoutine { decision.mustBeDurable = true }
        }
        for finding in step.findings { take(finding, from: rules[index].common) }
    }

    mutating func observeAll(_ observation: Observation) {
        for index in rules.indices { observe(observation, rule: index) }
    }

    mutating func tickDueRules() {
        for index in rules.indices {
            guard let due = ruleDeadlines[index], due <= now.boot else { continue }
            observe(.tick, rule: index)
        }
    }

    /// Turns a finding into an alert, more of an alert, or the end of its condition.
    private mutating func take(_ finding: Finding, from rule: RuleCommon) {
        let cause = Cause.rule(rule.id, device: finding.device, kind: finding.kind)
        if finding.kind == .deviceSilence, finding.change == .began, let device = finding.device {
            lose(device)
        }
        switch finding.change {
        case .happened, .began:
            if let place = place(ofOpen: cause, isTest: finding.isTest) {
                repeatAlert(alerts[place].id, finding, rule)
            } else if !isFrameOfWithdrawal(finding, cause) {
                open(cause, finding, rule)
            }
        case .ended:
            if let place = place(ofOpen: cause) { endCondition(alerts[place].id) }
        case .cancelled:
            cancelAll(source: finding.device.map { deviceName($0) } ?? rule.title)
        }
    }

    /// Tells the rules that watch a silent device that they are blind on it.
    private mutating func lose(_ device: DeviceID) {
        guard let place = devices.place(of: device) else { return }
        show(.lost(device), watchersOf: place)
    }

    /// Shows something to each rule that watches a device.
    mutating func show(_ observation: Observation, watchersOf place: Int) {
        var told: [Int] = []
        for watcher in watchers[place] where !told.contains(watcher.rule) {
            told.append(watcher.rule)
            observe(observation, rule: watcher.rule)
        }
    }

    /// What a silent device said last is not known any more.
    private func isSilent(_ device: DeviceID) -> Bool {
        alerts.contains { $0.isOpen && $0.kind == .deviceSilence && $0.device == device }
    }

    func deviceName(_ id: DeviceID) -> String {
        plan.home.device(id)?.name ?? id.name
    }
}
