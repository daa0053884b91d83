extension Engine {
    /// Takes note of a path going down or coming back. It becomes a fault once it has been down for a while.
    mutating func take(_ path: Path, _ state: PathState) {
        let known = gateway.downPaths.firstIndex { $0.path == path }
        switch (state, known) {
        case (.down(let reason), nil):
            let entry = GatewayState.DownPath(path: path, since: now, reason: reason)
            let place = gateway.downPaths.firstIndex { $0.path.name > path.name } ?? gateway.downPaths.endIndex
            gateway.downPaths.insert(entry, at: place)
            isGatewayTouched = true
        case (.down(let reason), .some(let index)):
            guard gateway.downPaths[index].reason != reason else { return }
            gateway.downPaths[index].reason = reason
            isGatewayTouched = true
        case (.up, .some(let index)):
            gateway.downPaths.remove(at: index)
            isGatewayTouched = true
            isSightStale = true
            if let place = place(ofOpen: .path(path)) { endCondition(alerts[place].id) }
            if case .channel(let channel) = path { hasten(channel) }
            hearAgain(over: path)
            if case .intake(let intake) = path { askOutputs(behind: intake) }
        case (.up, nil): break
        }
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
        gateway.downPaths.removeAll { !$0.isReported }
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
