internal import GatewayCore

/// A home whose sensors speak in turn while the engine listens.
struct TurnRun {
    private var engine: Engine
    private var moment: Moment
    private let readings: [Reading]

    /// - Parameters:
    ///   - watching: rules that watch the devices that speak.
    ///   - others: rules that watch the rest.
    init(devices count: Int, watching: Int, others: Int) {
        let devices = (0..<count).map { number in
            Device(
                id: DeviceID("sensor-\(number)"), name: "sensor \(number)", intake: IntakeID("broker"),
                capabilities: number % 2 == 0 ? [.motion] : [.temperature],
                supervision: .report(silentAfter: .hours(50)))
        }
        // The first ten speak; the other rules watch the rest.
        let speaking = Array(devices[0..<10])
        let rest = Array(devices[10...])
        var rules: [any Rule] = []
        for number in 0..<watching { rules += Self.rules("near-\(number)", speaking) }
        for number in 0..<others { rules += Self.rule("far-\(number)", [rest[number % rest.count]]).map { [$0] } ?? [] }
        let home = Home(id: "bench", name: "the bench", zone: .utc, residents: [], rooms: [], devices: devices)
        let plan = Plan(
            home: home, rules: rules, contacts: [], channels: [], escalations: [], escalationByPriority: [:])
        let start = Moment(
            boot: .zero, wall: WallTime(milliseconds: 1_795_330_800_000), quality: .synchronised)
        engine = Engine(plan: plan, snapshot: Snapshot(ledger: "b"), at: start)
        moment = start
        _ = engine.turn(.started(nil), at: start)
        readings = (0..<1_000).map { number in
            let device = speaking[number % speaking.count]
            let value: ReadingValue =
                device.capabilities == [.motion]
                ? .state(number / 10 % 2 == 0) : .number(Quantity(thousandths: Int64(20_000 + number % 7 * 100)))
            return Reading(device: device.id, capability: device.capabilities[0], value: value, moment: start)
        }
    }

    /// One rule for the motions and one for the temperatures.
    private static func rules(_ id: String, _ devices: [Device]) -> [any Rule] {
        [
            rule(id + "-motion", devices.filter { $0.capabilities == [.motion] }),
            rule(id + "-temperature", devices.filter { $0.capabilities == [.temperature] }),
        ].compactMap { $0 }
    }

    private static func rule(_ id: String, _ devices: [Device]) -> (any Rule)? {
        var values: [String: RuleValues.Value] = ["devices": .devices(devices.map(\.id))]
        let kind: String
        if devices.first?.capabilities == [.motion] {
            kind = "inactivity"
            values["after"] = .duration(.hours(12))
        } else {
            kind = "threshold"
            values["capability"] = .capability(.temperature)
            values["below"] = .quantity(Quantity(thousandths: 14_000))
            values["hold"] = .duration(.minutes(30))
        }
        let common = RuleCommon(id: RuleID(id), title: id, priority: .urgent)
        return RuleRegistry.make(kind: kind, common: common, values: RuleValues(values, home: devices))
    }

    /// - Returns: the median and the 99th percentile in nanoseconds.
    mutating func measure(turns: Int) -> (Int64, Int64) {
        let clock = ContinuousClock()
        var times: [Int64] = []
        times.reserveCapacity(turns)
        for number in 0..<turns {
            moment.boot = moment.boot + .milliseconds(100)
            moment.wall = moment.wall + .milliseconds(100)
            var reading = readings[number % readings.count]
            reading.moment = moment
            let event = Event.readings([reading])
            let took = clock.measure { _ = engine.turn(event, at: moment) }
            times.append(took.nanoseconds)
        }
        times.sort()
        return (times[turns / 2], times[turns * 99 / 100])
    }
}
