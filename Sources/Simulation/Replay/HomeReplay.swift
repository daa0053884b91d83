package import GatewayCore

/// Drives the very engine that the daemon runs through a recording, in virtual time.
///
/// The boot-time line follows the recording's wall clock. Between readings the engine gets its ticks when it wants
/// them; every channel accepts at once; somebody takes each alert and closes it later. What the sensors did not
/// tell, as in an outage of whoever collected the recording, is silence to the engine as it would be at home.
package struct HomeReplay: Sendable {
    /// How soon an alert is taken, and when after its raising it is closed.
    package var takesAfter = Duration.minutes(5)
    package var closesAfter = Duration.minutes(30)

    package init() {}

    /// - Parameters:
    ///   - readings: in order of time; what is not is taken when it comes.
    ///   - paths: what was down when, in order of time.
    ///   - progress: is told now and then how many readings were taken.
    package func run(
        _ plan: Plan, _ readings: [ReplayedReading], paths: [ReplayedPath] = [],
        progress: (Int) -> Void = { _ in }
    ) -> ReplayReport {
        let zone = plan.home.zone
        guard let first = readings.first else { return ReplayReport(home: plan.home.name, from: nil, zone: zone) }
        var run = Run(plan, self, from: first.at)
        run.turn(.started(nil))
        var nextPath = 0
        for (number, reading) in readings.enumerated() {
            while nextPath < paths.count, paths[nextPath].at <= reading.at {
                run.take(paths[nextPath])
                nextPath += 1
            }
            run.wait(until: reading.at)
            guard !run.report.isStuck else { break }
            run.take(reading)
            if number % ReplayLimits.readingsBetweenReports == 0 { progress(number) }
        }
        return run.report
    }
}

/// One run at hand.
private struct Run {
    enum Item {
        case takes(AlertID, ContactID)
        case closes(AlertID, ContactID)
    }

    let replay: HomeReplay
    let begin: WallTime
    var engine: Engine
    var report: ReplayReport
    var agenda = Agenda<Item>()
    /// Since the beginning.
    var time = Duration.zero
    var answered: Set<AlertID> = []

    init(_ plan: Plan, _ replay: HomeReplay, from begin: WallTime) {
        self.replay = replay
        self.begin = begin
        let start = Moment(boot: .zero, wall: begin, quality: .synchronised)
        engine = Engine(plan: plan, snapshot: Snapshot(ledger: "replay"), at: start)
        report = ReplayReport(home: plan.home.name, from: begin, zone: plan.home.zone)
    }

    private var moment: Moment {
        Moment(boot: .zero + time, wall: begin + time, quality: .synchronised)
    }

    mutating func take(_ reading: ReplayedReading) {
        report.take(reading)
        turn(
            .readings([
                Reading(
                    device: reading.device, capability: reading.capability, value: reading.value, moment: moment,
                    occurred: reading.occurred, freshness: reading.freshness, isRedelivered: reading.isRedelivered)
            ]))
    }

    mutating func take(_ path: ReplayedPath) {
        wait(until: path.at)
        guard !report.isStuck else { return }
        report.take(path)
        turn(.path(path.path, path.state))
    }

    /// Lets everything happen that is due before a reading.
    mutating func wait(until wall: WallTime) {
        let end = max(time, wall - begin)
        var idle = 0
        while true {
            let tick = engine.deadline.map { max(time, $0 - .zero) }
            let next = agenda.nextTime ?? end
            if let tick, tick <= next, tick < end {
                idle = tick > time ? 0 : idle + 1
                guard idle < ReplayLimits.idleTicks else {
                    report.isStuck = true
                    return
                }
                time = tick
                report.ticks += 1
                turn(.tick)
            } else if next < end, let item = agenda.takeNext() {
                time = max(time, next)
                answer(item)
            } else {
                break
            }
        }
        time = end
    }

    private mutating func answer(_ item: Item) {
        switch item {
        case .takes(let alert, let contact): turn(.acknowledge(alert, by: contact, way: .link))
        case .closes(let alert, let contact): turn(.close(alert, by: contact, outcome: .attended, note: nil))
        }
    }

    /// A turn, and those of the channels' answers to it.
    mutating func turn(_ event: Event) {
        var events = [event]
        var place = 0
        while place < events.count, place < ReplayLimits.answers {
            let decision = engine.turn(events[place], at: moment)
            place += 1
            report.turns += 1
            for change in decision.changes {
                if case .alert(let alert) = change { report.take(alert, at: moment.wall) }
            }
            for case .deliver(let order) in decision.effects {
                events.append(.outcome(order.delivery.id, .accepted))
                report.deliveries += 1
                guard order.delivery.kind == .raised, answered.insert(order.delivery.alert).inserted else { continue }
                agenda.add(.takes(order.delivery.alert, order.delivery.contact), at: time + replay.takesAfter)
                agenda.add(.closes(order.delivery.alert, order.delivery.contact), at: time + replay.closesAfter)
            }
        }
    }
}
