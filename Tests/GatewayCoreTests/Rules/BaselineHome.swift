internal import GatewayCore
internal import GatewayTesting

/// A small home that lives days by the clock, for the rules that compare them.
struct BaselineHome {
    var home: EngineDriver
    let plan: HomeBuilder
    /// Days lived so far.
    private(set) var days = 0

    init(
        measure: String, devices: [String] = ["motion"], values: [String: RuleValues.Value] = [:],
        at moment: Moment = EngineDriver.morning, modifiers: (inout RuleCommon) -> Void = { _ in }
    ) {
        var builder = HomeBuilder()
        builder.devices.append(HomeBuilder.device("bed", [.bedOccupied]))
        for index in builder.devices.indices where builder.devices[index].id == DeviceID("motion") {
            builder.devices[index].supervision = .bridge
        }
        for index in builder.devices.indices where builder.devices[index].id == DeviceID("door") {
            builder.devices[index].isEntrance = true
        }
        builder.visitors = [Visitor(id: VisitorID("carer"), name: "The carer")]
        let fields: [String: RuleValues.Value] = [
            "devices": .devices(devices.map { DeviceID($0) }), "measure": .choice(measure),
        ]
        builder.addRule("baseline", values: fields.merging(values) { $1 }, modifiers: modifiers)
        plan = builder
        home = EngineDriver(builder, at: moment)
    }

    // MARK: - Days

    /// Lives so many days; each ends at four in the morning.
    mutating func live(_ count: Int, _ day: (inout BaselineHome, Int) -> Void) {
        for _ in 0..<count {
            day(&self, days)
            until(4, 0)
            days += 1
        }
    }

    /// Lives days with so many quarter-hours of activity, from eight in the morning, a little more or less
    /// from day to day.
    mutating func move(_ quarters: Int, days count: Int, then: (inout BaselineHome) -> Void = { _ in }) {
        live(count) { home, day in
            home.until(8, 0)
            home.stir(quarters + Self.jitter[day % 7])
            then(&home)
        }
    }

    /// What a week does to a routine.
    static let jitter = [0, 3, -2, 1, -3, 2, 0]

    /// Somebody is active in each of so many quarter-hours.
    mutating func stir(_ quarters: Int) {
        for quarter in 0..<quarters {
            sign("motion")
            // A sensor that chatters tells no more than one that does not.
            if quarter % 8 == 3 { sign("motion") }
            home.pass(.minutes(15) - (quarter % 8 == 3 ? .seconds(2) : .seconds(1)))
        }
    }

    mutating func sign(_ device: String) {
        home.show(device, .motion, true)
        home.pass(.seconds(1))
        home.show(device, .motion, false)
    }

    /// Lets time pass until the clock next shows a time.
    mutating func until(_ hour: Int, _ minute: Int) {
        let wall = home.now.wall
        let time = plan.zone.next(TimeOfDay(minutes: hour * 60 + minute), atOrAfter: wall + .milliseconds(1))
        home.pass(time - wall)
    }

    // MARK: - Reading

    private var changes: [Alert] { home.engine.alerts.filter { $0.kind == .routineChange } }
    var states: [String] { changes.map { $0.state.name } }
    var details: [String] { changes.compactMap(\.detail) }
    var areOnTrial: [Bool] { changes.map(\.isShadow) }
    var found: [WallTime] { changes.map(\.happened) }
}
