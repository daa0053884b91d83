internal import GatewayCore
internal import LinuxSupport

extension StatusReport {
    /// What the engine knows; what others know is still to be filled in.
    init(_ engine: Engine, _ figures: LoopFigures, damage: [String]) {
        version = GatewayVersion.text
        home = engine.plan.home.id
        zone = engine.plan.home.zone.name
        let local = engine.plan.home.zone.civil(SystemClock.wallTime())
        localTime = "\(local.date) \(local.clock)"
        started = WallTime(milliseconds: 0)
        now = engine.lastMoment
        runsOnKeptSettings = false
        settings = []
        awayUntil = engine.gateway.awayUntil
        living = LivingReport(engine)
        downPaths = engine.gateway.downPaths
        blindness = engine.blindness.map { Blindness($0) }
        openAlerts = engine.alerts.count { $0.isOpen }
        waitingDeliveries = engine.deliveries.count
        devices = engine.plan.home.devices.map { device in
            let state = engine.devices[device.id]
            let battery: Quantity? = if case .number(let value) = state?[.battery]?.value { value } else { nil }
            return Device(id: device.id, name: device.name, heard: state?.heard?.wall, battery: battery)
        }
        self.figures = figures
        connected = []
        brokers = []
        homeAssistant = nil
        self.damage = damage
    }
}

extension StatusReport.Blindness {
    init(_ blindness: GatewayCore.Blindness) {
        cause = blindness.cause.source.name
        since = blindness.cause.since.wall
        devices = blindness.devices
        rules = blindness.rules.map { rule in
            Rule(id: rule.rule, title: rule.title, isPartial: rule.isPartial, meaning: rule.meaning)
        }
    }
}
