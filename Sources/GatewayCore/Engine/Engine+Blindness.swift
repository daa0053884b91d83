extension Engine {
    /// Finds out which devices are unseen now, and tells the rules that watch one which has just become so, or
    /// is so no longer.
    mutating func reviewSight() {
        guard isSightStale else { return }
        isSightStale = false
        let unseenNow = plan.home.devices.map(\.id).filter { causeOfBlindness($0) != nil }
        let newlyUnseen = unseenNow.filter { !unseen.contains($0) }
        let newlySeen = unseen.filter { !unseenNow.contains($0) }
        unseen = unseenNow
        for device in newlyUnseen { show(.lost(device), toWatchersOf: device) }
        for device in newlySeen { show(.reachable(device), toWatchersOf: device) }
        if !newlyUnseen.isEmpty { blindPresenceIfUnseen() }
    }

    private mutating func show(_ observation: Observation, toWatchersOf device: DeviceID) {
        guard let place = devices.place(of: device) else { return }
        show(observation, watchersOf: place)
    }

    func isUnseen(_ device: DeviceID) -> Bool { unseen.contains(device) }

    /// Why nothing is known of a device: the one cause that is nearest to the gateway.
    func causeOfBlindness(_ id: DeviceID) -> Blindness.Cause? {
        guard let device = plan.home.device(id) else { return nil }
        var paths: [Path] = [.intake(device.intake)]
        if let bridge = device.bridge { paths.append(.bridge(bridge)) }
        for path in paths {
            if let down = gateway.downPaths.first(where: { $0.path == path }), down.isReported {
                return Blindness.Cause(.path(path), since: down.since)
            }
        }
        guard let silent = gateway.silentDevices?.first(where: { $0.device == id }) else { return nil }
        return Blindness.Cause(.silence(id), since: silent.since)
    }

    /// What cannot be seen now, each cause once: a bridge that is down is one, not thirty.
    package var blindness: [Blindness] {
        var found: [Blindness] = []
        for device in unseen {
            guard let cause = causeOfBlindness(device) else { continue }
            if let place = found.firstIndex(where: { $0.cause == cause }) {
                found[place].devices.append(device)
            } else {
                found.append(Blindness(cause: cause, devices: [device]))
            }
        }
        for place in found.indices { found[place].rules = blindRules(on: found[place].devices) }
        return found
    }

    /// The rules that cannot do their duty without some devices.
    func blindRules(on lost: [DeviceID]) -> [Blindness.BlindRule] {
        rules.compactMap { rule in
            let needed = rule.watched.map(\.device).reduce(into: [DeviceID]()) { if !$0.contains($1) { $0.append($1) } }
            let missing = needed.filter { lost.contains($0) }
            guard rule.kind.sight != .none, !rule.common.isImplied, !missing.isEmpty else { return nil }
            let isWhollyBlind = needed.allSatisfy { lost.contains($0) || isUnseen($0) }
            return Blindness.BlindRule(
                rule: rule.common.id, title: rule.common.title, isPartial: !isWhollyBlind,
                meaning: rule.kind.blindness)
        }
    }

    /// What a fault means for the person, in one sentence; nil when no rule is blinded by it.
    func meaning(ofLosing lost: [DeviceID]) -> String? {
        let blinded = blindRules(on: lost)
        guard !blinded.isEmpty else { return nil }
        let shown = blinded.prefix(Limits.blindRulesTold).map { rule in
            "\(rule.title) (\(rule.isPartial ? "in part: " : "")\(rule.meaning))"
        }
        let more = blinded.count > shown.count ? " and \(blinded.count - shown.count) more" : ""
        return "Blind meanwhile: " + shown.joined(separator: "; ") + more + "."
    }

    /// The devices that a path brings.
    func devices(behind path: Path) -> [DeviceID] {
        plan.home.devices.filter { device in
            path == .intake(device.intake) || device.bridge.map { path == .bridge($0) } ?? false
        }.map(\.id)
    }
}
