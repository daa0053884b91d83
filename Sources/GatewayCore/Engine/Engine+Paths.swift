extension Engine {
    /// Takes note of a path going down or coming back. It becomes a fault once it has been down for a while.
    mutating func take(_ path: Path, _ state: PathState) {
        switch state {
        case .down(let reason): goDown(path, reason: reason)
        case .up:
            if case .intake(let intake) = path { tellMissedOutputs(behind: intake) }
            // That it is connected was not what was wrong with it.
            if gateway.downPaths.contains(where: { $0.path == path && $0.isQuiet == true }) { return }
            comeBack(path)
        }
    }

    /// - Parameter isQuiet: it is connected, but delivers nothing.
    mutating func goDown(_ path: Path, reason: String, isQuiet: Bool = false) {
        guard let index = gateway.downPaths.firstIndex(where: { $0.path == path }) else {
            var entry = GatewayState.DownPath(path: path, since: now, reason: reason)
            entry.isQuiet = isQuiet ? true : nil
            let place = gateway.downPaths.firstIndex { $0.path.name > path.name } ?? gateway.downPaths.endIndex
            gateway.downPaths.insert(entry, at: place)
            isGatewayTouched = true
            return
        }
        guard gateway.downPaths[index].reason != reason else { return }
        isGatewayTouched = true
        gateway.downPaths[index].reason = reason
        gateway.downPaths[index].isQuiet = isQuiet ? true : nil
    }

    mutating func comeBack(_ path: Path) {
        guard let index = gateway.downPaths.firstIndex(where: { $0.path == path }) else { return }
        gateway.downPaths.remove(at: index)
        isGatewayTouched = true
        isSightStale = true
        if let place = place(ofOpen: .path(path)) { endCondition(alerts[place].id) }
        if case .channel(let channel) = path { hasten(channel) }
        beginRhythm(behind: path)
        hearAgain(over: path)
        if case .intake(let intake) = path { askOutputs(behind: intake) }
    }

    /// Raises a fault for each path that has been down long enough.
    mutating func reportDownPaths() {
        for index in gateway.downPaths.indices {
            let down = gateway.downPaths[index]
            guard !down.isReported, down.since.boot + plan.faultAfter <= now.boot else { continue }
            gateway.downPaths[index].isReported = true
            isSightStale = true
            isGatewayTouched = true
            guard place(ofOpen: .path(down.path)) == nil else { continue }
            let rule = RuleCommon(
                id: RuleID("path/\(down.path.name)"), title: "\(down.path.name): \(down.reason)", priority: .fault)
            let finding = Finding(
                .began, down.path.alertKind, device: nil, happened: down.since.wall,
                detail: meaning(ofLosing: devices(behind: down.path)))
            open(.path(down.path), finding, rule)
        }
    }

    /// A break that was not yet a fault when the gateway stopped says nothing of now: the adapters begin anew.
    mutating func forgetUnreportedBreaks() {
        gateway.downPaths.removeAll { !$0.isReported && $0.isQuiet != true }
    }

    /// The devices behind a path that is back may have spoken unheard, and get time to speak again.
    private mutating func hearAgain(over path: Path) {
        for (place, device) in plan.home.devices.enumerated() {
            let isBehind = path == .intake(device.intake) || device.bridge.map { path == .bridge($0) } ?? false
            guard isBehind else { continue }
            devices.missed(at: place, until: now.boot)
            show(.reachable(device.id), watchersOf: place)
        }
    }

    /// A path is back: what waits for it goes now, not when its patience ends.
    private mutating func hasten(_ channel: ChannelID) {
        for index in deliveries.indices where deliveries[index].channel == channel && !deliveries[index].isNew {
            guard case .due = deliveries[index].state else { continue }
            deliveries[index].state = .due(now.boot)
        }
    }
}
