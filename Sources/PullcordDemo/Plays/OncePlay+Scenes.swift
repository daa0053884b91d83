import DemoHome
import GatewayCore

extension OncePlay {
    /// BEHAVIOUR: the person hears within one second that the call was heard.
    private static let heardPromise = Duration.seconds(1)
    /// A responder that comes back gets an emergency within this time.
    private static let returnPromise = Duration.seconds(5)
    /// Ready after a start, also after a kill.
    private static let readyPromise = Duration.seconds(2)

    // MARK: - 1

    mutating func callForHelp() async throws {
        title("1. A call for help, to its end.")
        let mark = home.log.mark
        let pressed = home.log.now
        try await home.zigbee.pressPendant()
        let heard = try await home.lamp(.heard, since: mark)
        measure("press to the lamp saying heard", heard - pressed, promise: Self.heardPromise)
        let (raised, alert) = try await home.story(.raised, of: .helpCall, since: mark)
        measure("press to raised, with 2 s to cancel", raised - pressed)
        let id = "\(alert.id)"
        let (shown, shownAlert) = try await home.atDesk("the call", since: mark) {
            $0.alert == id && $0.state == "raised"
        }
        measure("raised to Anna's desk (webhook)", shown - raised)
        let (taken, event) = try await home.atCentre("the call", since: mark) { $0.isNew }
        measure("raised to the centre (DC-09)", taken - raised)
        guard event.encrypted == true else { throw HomeFailure("The centre got a frame in plain text.") }
        _ = try await home.lamp(.sent, since: mark)
        try await answer(shownAlert, since: mark)
        facts.append("Alert \(id) was heard, told to a webhook and a DC-09 receiver, acknowledged and closed.")
    }

    /// Anna takes the alert and closes it, both by the signed links that the alert brought to her desk.
    private mutating func answer(_ alert: DeskAlert, since mark: Int, isTimed: Bool = true) async throws {
        let id = alert.alert
        let answered = home.log.now
        try await home.desk.acknowledge(alert)
        let green = try await home.lamp(.acknowledged, since: mark)
        if isTimed { measure("Anna takes it to the lamp saying so", green - answered) }
        _ = try await home.atDesk("that it is taken", since: mark) { $0.alert == id && $0.state == "acknowledged" }
        try await home.desk.close(alert, outcome: "attended")
        _ = try await home.atDesk("that it is closed", since: mark) {
            $0.alert == id && $0.state == "closed" && $0.outcome == "attended"
        }
        _ = try await home.lamp(.off, since: mark)
        try await home.log.first("the end of the story", since: mark) { sighting in
            guard case .story(let alert, let entry) = sighting.what else { return false }
            return "\(alert.id)" == id && entry.kind == .closed
        }
    }

    // MARK: - 2

    mutating func gatewayKilled() async throws {
        title("2. The gateway is killed after it has heard a call and before it can tell anybody.")
        await home.desk.stop()
        await home.centre.stop()
        let mark = home.log.mark
        let pressed = home.log.now
        try await home.zigbee.pullCord()
        let heard = try await home.lamp(.heard, since: mark)
        measure("cord to the lamp saying heard", heard - pressed, promise: Self.heardPromise)
        await home.gateway.kill()
        try await home.desk.start()
        try await home.centre.start()
        let (desk, centre) = try await countsBefore(mark)
        guard desk == 0, centre == 0 else { throw HomeFailure("It was told before the gateway was killed.") }
        let restarted = home.log.now
        try await home.gateway.start(until: .answering)
        measure("killed gateway: start to ready", home.log.now - restarted, promise: Self.readyPromise)
        let (shown, alert) = try await home.atDesk("the call from before the kill", since: mark) {
            $0.state == "raised" && $0.sentence.contains("athroom")
        }
        measure("killed gateway: start to Anna's desk", shown - restarted)
        let (taken, _) = try await home.atCentre("the call from before the kill", since: mark) { $0.isNew }
        measure("killed gateway: start to the centre", taken - restarted)
        try await answer(alert, since: mark, isTimed: false)
        try await checkToldOnce(alert, since: mark)
    }

    /// What reached the desk and the centre so far.
    private func countsBefore(_ mark: Int) async throws -> (desk: Int, centre: Int) {
        let centre = home.log.all.count { sighting in
            if sighting.number >= mark, case .centre(let event) = sighting.what { event.isNew } else { false }
        }
        return (try await home.desk.document().alerts.count, centre)
    }

    /// The alert is closed and everybody knows: nothing more of it can come.
    private mutating func checkToldOnce(_ alert: DeskAlert, since mark: Int) async throws {
        let alerts = try await home.gateway.alerts().filter { alert in
            alert.kind == .helpCall && alert.device == DeviceID("cord")
        }
        guard alerts.count == 1 else { throw HomeFailure("One call became \(alerts.count) alerts.") }
        let document = try await home.desk.document()
        let calls = document.alerts.filter { $0.alert == alert.alert }
        let raised = calls.flatMap { $0.deliveries(of: "raised") }
        guard calls.count == 1, raised.count == 1 else {
            throw HomeFailure("Anna's desk was told \(raised.count) times under different ids instead of once.")
        }
        let new = home.log.all.filter { sighting in
            guard sighting.number >= mark, case .centre(let event) = sighting.what else { return false }
            return event.isNew
        }
        guard new.count == 1 else { throw HomeFailure("The centre was told \(new.count) times instead of once.") }
        facts.append("After the kill alert \(alert.alert) was told exactly once:")
        let repeats = raised[0].repeats == 0 ? "no repeat" : "\(raised[0].repeats) repeats under the same id"
        facts.append("  to Anna's desk as \(raised[0].id) with \(repeats), to the centre as one new alarm.")
    }

    // MARK: - 3

    mutating func responderAway() async throws {
        title("3. Smoke, while nobody can be reached for eight seconds.")
        await home.desk.stop()
        await home.centre.stop()
        let mark = home.log.mark
        let smoke = home.log.now
        try await home.zigbee.setSmoke(true)
        let stuck = try await home.lamp(.notGettingThrough, since: mark)
        measure("smoke to the lamp saying: not getting through", stuck - smoke)
        try await Task.sleep(for: .seconds(8) - (home.log.now - smoke), clock: .continuous)
        try await home.desk.start()
        let back = home.log.now
        let (shown, alert) = try await home.atDesk("the smoke", since: mark) {
            $0.state == "raised" && $0.sentence.contains("moke")
        }
        measure("desk back to the smoke on it", shown - back, promise: Self.returnPromise)
        try await home.centre.start()
        let centreBack = home.log.now
        let (taken, _) = try await home.atCentre("the smoke", since: mark) { $0.isNew }
        measure("centre back to the smoke at it", taken - centreBack, promise: Self.returnPromise)
        _ = try await home.lamp(.sent, since: mark)
        try await answer(alert, since: mark, isTimed: false)
        try await home.zigbee.setSmoke(false)
        facts.append("Smoke \(alert.alert) could not be told at first; that was said at home, and it went out in time.")
    }
}
