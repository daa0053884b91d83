internal import GatewayCore

/// What the gateway has been told of the home, as the oracle keeps it for itself.
struct KnownFacts {
    /// What a rule watches: a state that is so, or a number beyond a limit.
    struct Watched: Hashable {
        var device: DeviceID
        var kind: AlertKind
    }

    struct Fact {
        /// What the newest reading says about the condition that a rule watches.
        var isTrue: Bool
        var since: BootTime
        /// An alert was opened for this time of being true, or was open already.
        var isAlerted = false
    }

    private struct Sample {
        var at: BootTime
        var value: Quantity
    }

    private(set) var facts: [Watched: Fact] = [:]
    private var heard: [DeviceID: BootTime] = [:]
    /// The temperatures of a little more than the time in which a rate counts.
    private var temperatures: [Sample] = []
    private(set) var lastActivity: BootTime?
    private(set) var firstActivity: BootTime?
    /// When the monitor told of a sign last.
    private var observations: [Capability: BootTime] = [:]
    /// When states were last known to be on.
    private var lastOn: [WatchedCapability: LastOn] = [:]
    /// When devices said themselves that something is on, the newest last.
    private var beginnings: [WatchedCapability: [BootTime]] = [:]
    /// When devices were last heard to go from off to on.
    private var changes: [WatchedCapability: BootTime] = [:]
    /// When devices said last, themselves, that something is off.
    private var offs: [WatchedCapability: BootTime] = [:]
    /// The newest link qualities that the door told itself.
    private var links: [Quantity] = []
    /// When it told of a weak one last.
    private(set) var weakLink: BootTime?

    private struct LastOn {
        var isOn: Bool
        var last: BootTime?
        /// Since when it is as it is.
        var since: BootTime
    }

    mutating func take(_ reading: Reading) {
        let boot = reading.moment.boot
        if reading.freshness == .live { heard[reading.device] = boot }
        if reading.device == SimulatedHome.monitor { observations[reading.capability] = boot }
        switch reading.value {
        case .happened: return
        case .state(let isOn):
            remember(isOn, reading)
            if let kind = Self.kind(of: reading.capability) {
                learn(isOn, Watched(device: reading.device, kind: kind), boot)
            }
        case .number(let value):
            for limit in SimulatedHome.limits where limit.capability == reading.capability {
                let watched = Watched(device: reading.device, kind: limit.kind)
                let edge = facts[watched]?.isTrue ?? false ? limit.clearsAt : limit.limit
                learn(limit.isBelow ? value < edge : value > edge, watched, boot)
            }
            if reading.capability == .linkQuality, reading.freshness == .live {
                links = links.suffix(8) + [value]
                if value < SimulatedHome.weakBelow { weakLink = boot }
            }
            if reading.capability == .temperature, reading.freshness == .live { remember(value, boot) }
        }
        guard reading.freshness == .live else { return }
        if reading.capability == .motion, reading.value == .state(true) {
            lastActivity = boot
            if firstActivity == nil { firstActivity = boot }
        }
    }

    private mutating func learn(_ isTrue: Bool, _ watched: Watched, _ time: BootTime) {
        if facts[watched]?.isTrue != isTrue { facts[watched] = Fact(isTrue: isTrue, since: time) }
    }

    private mutating func remember(_ value: Quantity, _ time: BootTime) {
        // A little longer than the rule has it: it may find a change that took a 64th longer.
        let horizon = time - SimulatedHome.rate.within - .minutes(1)
        temperatures.removeAll { $0.at < horizon }
        temperatures.append(Sample(at: time, value: value))
    }

    private mutating func remember(_ isOn: Bool, _ reading: Reading) {
        let watched = WatchedCapability(reading.device, reading.capability)
        let before = lastOn[watched]
        let last = isOn || before?.isOn == true ? reading.moment.boot : before?.last
        let isSame = before?.isOn == isOn
        let since = isSame ? before?.since : nil
        lastOn[watched] = LastOn(isOn: isOn, last: last, since: since ?? reading.moment.boot - reading.age)
        guard reading.freshness == .live else { return }
        guard isOn else { return offs[watched] = reading.moment.boot }
        if before?.isOn != true { changes[watched] = reading.moment.boot }
        beginnings[watched, default: []].append(reading.moment.boot)
        if beginnings[watched]?.count ?? 0 > 64 { beginnings[watched]?.removeFirst(32) }
    }

    /// Whether a signal's state is on, or was within a time.
    func wasOn(_ signal: Signal, within time: Duration, at now: BootTime) -> Bool {
        guard let state = lastOn[signal.watched] else { return false }
        return state.isOn || state.last.map { now - $0 <= time } ?? false
    }

    /// How often a device said that something is on since a time; at most what is remembered.
    func count(_ device: DeviceID, _ capability: Capability, since time: BootTime) -> Int {
        beginnings[WatchedCapability(device, capability)]?.count { $0 >= time } ?? 0
    }

    func isOff(_ device: DeviceID, _ capability: Capability, since time: BootTime) -> Bool {
        offs[WatchedCapability(device, capability)].map { $0 > time } ?? false
    }

    /// Since when a state is as it is; nil where it is otherwise, or not known.
    func since(_ device: DeviceID, _ capability: Capability, isOn: Bool) -> BootTime? {
        lastOn[WatchedCapability(device, capability)].flatMap { $0.isOn == isOn ? $0.since : nil }
    }

    func heardOn(_ device: DeviceID, _ capability: Capability) -> BootTime {
        beginnings[WatchedCapability(device, capability)]?.last ?? .zero
    }

    func heardOff(_ device: DeviceID, _ capability: Capability) -> BootTime {
        offs[WatchedCapability(device, capability)] ?? .zero
    }

    func observed(_ capability: Capability) -> BootTime? { observations[capability] }

    func newestChange(_ device: DeviceID, _ capability: Capability) -> BootTime? {
        changes[WatchedCapability(device, capability)]
    }

    /// Whether the door's newest link qualities can have a weak middle.
    var isLinkWeak: Bool { links.count { $0 < SimulatedHome.weakBelow } >= 2 }

    private static func kind(of capability: Capability) -> AlertKind? {
        switch capability {
        case .open: .leftOpen
        case .tamper: .tamper
        case .mainsLost: .mainsLost
        default: capability.isHazard ? AlertKind(rawValue: capability.rawValue) : nil
        }
    }

    func fact(_ device: DeviceID, _ kind: AlertKind) -> Fact? { facts[Watched(device: device, kind: kind)] }

    /// By how much the temperature has fallen at most within the time of the rule.
    var cooling: Quantity {
        guard let newest = temperatures.last, let warmest = temperatures.map(\.value).max() else {
            return Quantity(thousandths: 0)
        }
        return warmest - newest.value
    }

    mutating func markAlerted(_ device: DeviceID, _ kind: AlertKind) {
        facts[Watched(device: device, kind: kind)]?.isAlerted = true
    }

    func heard(_ device: DeviceID) -> BootTime? { heard[device] }
}
