extension Engine {
    /// Builds the rules of a plan: the ones it names, and those that every device has unasked.
    /// Rules whose memory still fits take it over; new ones learn what is already known.
    mutating func settle(rules planned: [any Rule], remembering stored: [StoredRule]) {
        func runner<R: Rule>(_ rule: R) -> any RunningRule { RuleRunner(rule) }
        rules = planned.map { runner($0) }
        rules += Self.impliedRules(of: plan.home.devices, beside: planned)
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
        canBeMuted = rules.map { !$0.common.mutedBy.isEmpty && $0.common.priority != .emergency }
        hasEntrances = plan.home.devices.contains(where: \.isEntrance)
        ruleDeadlines = RuleSchedule(count: rules.count)
        newRules = unremembered
        goneRules = stored.filter { old in
            !old.isRemoved && !rules.contains { $0.common.id == old.id }
        }
    }

    /// Shows the rules without memory what is known, so that a condition already true counts.
    mutating func introduceNewRules() {
        for index in newRules {
            for watched in rules[index].watched where !isUnseen(watched.device) {
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
        let context = context
        let isMuted = canBeMuted[index] && isMuted(rules[index].common)
        let step = rules[index].observe(observation, context, isMuted: isMuted)
        ruleDeadlines[index] = rules[index].deadline(context)
        if step.isStateChanged {
            decision.changes.append(.rule(rules[index].stored))
            if !step.isRoutine { decision.mustBeDurable = true }
        }
        if step.found.isEmpty, step.findings.isEmpty { return }
        let common = rules[index].common
        for finding in step.found where finding.kind == .deviceSilence { followSilence(finding) }
        if isMuted { noteMuted(step.found, of: common) }
        for finding in step.findings { take(finding, from: common) }
    }

    mutating func observeAll(_ observation: Observation) {
        for index in rules.indices { observe(observation, rule: index) }
    }

    mutating func tickDueRules() {
        for index in ruleDeadlines.due(by: now.boot) { observe(.tick, rule: index) }
    }

    /// Turns a finding into an alert, more of an alert, or the end of its condition.
    private mutating func take(_ found: Finding, from rule: RuleCommon) {
        var finding = found
        if finding.kind == .deviceSilence, finding.change == .began, let device = finding.device {
            finding.detail = meaning(ofLosing: [device])
        }
        let cause = Cause.rule(rule.id, device: finding.device, kind: finding.kind)
        switch finding.change {
        case .happened, .began:
            let isShadow = rule.priority != .emergency && (rule.isShadow || finding.isShadow)
            if let place = place(ofOpen: cause, isTest: finding.isTest, isShadow: isShadow) {
                repeatAlert(alerts[place].id, finding, rule)
            } else if !isFrameOfWithdrawal(finding, cause) {
                open(cause, finding, rule)
            }
        case .ended:
            // What was found on trial and what was told end together.
            while let place = place(ofOpen: cause), !alerts[place].conditionEnded { endCondition(alerts[place].id) }
        case .cancelled:
            cancelAll(source: finding.device.map { deviceName($0) } ?? rule.title)
        }
    }

    /// Keeps note of who is silent, whatever becomes of the fault that tells it.
    private mutating func followSilence(_ finding: Finding) {
        guard let device = finding.device else { return }
        var silent = (gateway.silentDevices ?? []).filter { $0.device != device }
        if finding.change == .began { silent.append(GatewayState.SilentDevice(device: device, since: now)) }
        gateway.silentDevices = silent.isEmpty ? nil : silent
        isGatewayTouched = true
        isSightStale = true
    }

    /// Shows something to each rule that watches a device.
    mutating func show(_ observation: Observation, watchersOf place: Int) {
        var told: [Int] = []
        for watcher in watchers[place] where !told.contains(watcher.rule) {
            told.append(watcher.rule)
            observe(observation, rule: watcher.rule)
        }
    }

    func deviceName(_ id: DeviceID) -> String {
        plan.home.device(id)?.name ?? id.name
    }
}
