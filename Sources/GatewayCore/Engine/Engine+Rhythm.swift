// A path that is connected but delivers nothing: of many devices that fall silent together, the path is the fault.
extension Engine {
    /// Finds the paths whose rhythm can be told, and when each was last heard. The nearest path counts: the
    /// bridge where there is one, else the intake.
    mutating func judgePaths() {
        var places: [Path: [Int]] = [:]
        var order: [Path] = []
        for (place, device) in plan.home.devices.enumerated() {
            guard case .report = device.supervision else { continue }
            let path = device.bridge.map(Path.bridge) ?? .intake(device.intake)
            if places[path] == nil { order.append(path) }
            places[path, default: []].append(place)
        }
        judgedPaths = order.compactMap { path in
            guard let devices = places[path], devices.count >= JudgedPath.fewestDevices else { return nil }
            let promised = devices.compactMap { plan.home.devices[$0].supervision.silentAfter }.min()
            let heard = devices.map { self.devices.silentSince(plan.home.devices[$0].id) }.max()
            guard let promised, let heard else { return nil }
            let back = rhythm(of: path).map { self.devices.counting(from: $0.backSince) } ?? now.boot
            return JudgedPath(path: path, devices: devices, promised: promised, heard: max(heard, back))
        }
        judgedPathOfDevice = Array(repeating: nil, count: plan.home.devices.count)
        for (index, judged) in judgedPaths.enumerated() {
            for place in judged.devices { judgedPathOfDevice[place] = index }
            if rhythm(of: judged.path) == nil { remember(PathRhythm(path: judged.path, backSince: now.boot)) }
        }
        let kept = (gateway.rhythms ?? []).filter { entry in judgedPaths.contains { $0.path == entry.path } }
        gateway.rhythms = kept.isEmpty ? nil : kept
    }

    /// A supervised device was heard live.
    mutating func hear(at place: Int) {
        guard let index = judgedPathOfDevice[place] else { return }
        let gap = now.boot - judgedPaths[index].heard
        judgedPaths[index].heard = now.boot
        let path = judgedPaths[index].path
        guard let down = gateway.downPaths.first(where: { $0.path == path }) else {
            guard var entry = rhythm(of: path), entry.take(gap, at: now.boot) else { return }
            remember(entry)
            return
        }
        if down.isQuiet == true { comeBack(path) }
    }

    /// A path came back: what follows is measured from now, also of the bridges behind an intake.
    mutating func beginRhythm(behind path: Path) {
        for index in judgedPaths.indices {
            let judged = judgedPaths[index].path
            guard judged == path || bridgeIntake(of: judged).map({ path == .intake($0) }) ?? false,
                var entry = rhythm(of: judged)
            else { continue }
            judgedPaths[index].heard = now.boot
            entry.backSince = now.boot
            remember(entry)
        }
    }

    /// Whether its silence can still be told from that of its devices.
    func isJudged(_ path: Path) -> Bool { judgedPaths.contains { $0.path == path } }

    /// Takes each path that has been silent for too long for one that is down.
    mutating func reviewRhythms() {
        for judged in judgedPaths where due(judged).map({ $0 <= now.boot }) ?? false {
            let silence = (now.boot - judged.heard).inWords
            goDown(
                judged.path,
                reason: "connected, but nothing has been heard from its \(judged.devices.count) supervised devices "
                    + "for \(silence)",
                isQuiet: true)
        }
    }

    var rhythmDeadline: BootTime? { judgedPaths.compactMap(due).min() }

    /// Nil while the path is down anyhow. Where nobody is at home, only what the devices promise counts.
    private func due(_ judged: JudgedPath) -> BootTime? {
        let isDown = gateway.downPaths.contains { down in
            down.path == judged.path || bridgeIntake(of: judged.path).map { down.path == .intake($0) } ?? false
        }
        guard !isDown else { return nil }
        let entry = mode.isEmptyHome ? nil : rhythm(of: judged.path)
        return judged.heard + (entry?.longestSilence(promised: judged.promised) ?? judged.promised)
    }

    private func bridgeIntake(of path: Path) -> IntakeID? {
        guard case .bridge(let id) = path else { return nil }
        return plan.home.bridges.first { $0.id == id }?.intake
    }

    private func rhythm(of path: Path) -> PathRhythm? {
        gateway.rhythms?.first { $0.path == path }
    }

    private mutating func remember(_ entry: PathRhythm) {
        var all = (gateway.rhythms ?? []).filter { $0.path != entry.path }
        all.append(entry)
        all.sort { $0.path.name < $1.path.name }
        gateway.rhythms = all
        isGatewayTouched = true
    }
}
