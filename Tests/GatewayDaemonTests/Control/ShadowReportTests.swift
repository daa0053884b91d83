import GatewayCore
import LinuxSupport
import Testing

@testable import GatewayDaemon

/// What rules on trial found, as whoever tries them wants to know it.
struct ShadowReportTests {
    private static let begin = WallTime(milliseconds: 1_780_000_000_000)

    private func alert(
        _ number: Int64, minutes: Int64, rule: String, isOnTrial: Bool = true, closedBy: ContactID? = nil
    ) -> Alert {
        let moment = Moment(
            boot: .zero + .minutes(minutes), wall: Self.begin + .minutes(minutes), quality: .synchronised)
        var end = moment
        end.wall = end.wall + .minutes(20)
        var alert = Alert(
            id: AlertID(ledger: "k3f9", number: number),
            cause: .rule(RuleID(rule), device: nil, kind: .inactivity), kind: .inactivity, priority: .urgent,
            title: "Title of \(rule)", learned: moment, happened: moment.wall,
            state: .closed(Closure(by: closedBy, outcome: .cleared, at: end)))
        if isOnTrial { alert.isOnTrial = true } else { alert.told = [ContactID("anna")] }
        return alert
    }

    private func common(_ id: String, isShadow: Bool) -> RuleCommon {
        RuleCommon(
            id: RuleID(id), title: "The rule \(id)", priority: .urgent, preAlert: .zero, isShadow: isShadow,
            fingerprint: id)
    }

    private func report(_ alerts: [Alert]) -> ShadowReport {
        ShadowReport(
            alerts, rules: [common("quiet", isShadow: true), common("never", isShadow: true), common("told", isShadow: false)],
            zone: .utc, from: Self.begin, to: Self.begin + .days(30), isCut: false)
    }

    @Test func `each rule on trial is there with how often, when and until when`() throws {
        let report = report([alert(1, minutes: 10, rule: "quiet"), alert(2, minutes: 1_500, rule: "quiet")])
        #expect(report.rules.map(\.id.name) == ["quiet", "never"])
        #expect(report.rules.map(\.count) == [2, 0])
        let times = report.rules[0].times
        #expect(times.map(\.alert.number) == [1, 2])
        #expect(times[0].local == "2026-05-28 20:36" && times[0].localEnd == "2026-05-28 20:56")
        #expect(report.rules[0].hours[20] == 1 && report.rules[0].hours[21] == 1)
    }

    @Test func `an alert near it that people were told of is named, with who took it`() throws {
        let report = report([
            alert(1, minutes: 10, rule: "told", isOnTrial: false, closedBy: ContactID("anna")),
            alert(2, minutes: 50, rule: "quiet"),
            alert(3, minutes: 200, rule: "told", isOnTrial: false),
        ])
        let time = try #require(report.rules[0].times.first)
        #expect(time.beside.map(\.alert.number) == [1])
        #expect(time.beside.map(\.takenBy) == [ContactID("anna")])
        #expect(report.rules.map(\.id.name) == ["quiet", "never"], "What was told is no trial.")
    }

    @Test func `a rule that is no longer on trial is named last, and what was before is left out`() {
        let report = report([
            alert(1, minutes: -10, rule: "quiet"), alert(2, minutes: 5, rule: "told"), alert(3, minutes: 6, rule: "gone"),
        ])
        #expect(report.rules.map(\.id.name) == ["quiet", "never", "gone", "told"])
        #expect(report.rules.map(\.isOnTrial) == [true, true, false, false])
        #expect(report.rules.map(\.title).suffix(2) == ["Title of gone", "The rule told"])
        #expect(report.rules[0].count == 0)
    }

    @Test func `all are counted and the newest listed`() {
        let alerts = (0..<200 as Range<Int64>).map { alert($0, minutes: $0 * 10, rule: "quiet") }
        let rule = report(alerts).rules[0]
        #expect(rule.count == 200 && rule.times.count == DaemonLimits.reportedTimes)
        #expect(rule.times.last?.alert.number == 199)
        #expect(rule.times.map(\.alert.number) == rule.times.map(\.alert.number).sorted())
    }

    @Test func `the running gateway answers with what its rules on trial found`() async throws {
        try await withFolder { folder in
            let rule = "  cold: {kind: threshold, devices: [thermometer], capability: temperature, below: 15, priority: urgent, shadow: true}\n"
            try folder.write(
                TestFolder.home.replacing("rules:\n", with: "rules:\n" + rule)
                    .replacing("escalations:\n", with: "escalations:\n  urgent: {rungs: [{tell: [anna], wait: 1h}]}\n"))
            let loop = try RunningLoop(folder)
            let desk = ControlDesk(inbox: loop.inbox, complete: { _ in }, reload: { .done("") })
            loop.arrive("thermometer", #"{"temperature":12,"humidity":50,"pressure":1000,"battery":90}"#, isAlarm: false)
            let found = await eventually {
                await BackgroundThread.result(name: "asks") {
                    guard case .shadow(let report) = desk.answer(.shadow(since: SystemClock.wallTime() - .hours(1)))
                    else { return false }
                    return report.rules.map(\.id.name) == ["cold"] && report.rules[0].count == 1
                        && report.rules[0].times[0].localEnd == nil && report.rules[0].times[0].device?.name == "thermometer"
                }
            }
            #expect(found)
            await loop.stop()
        }
    }
}
