internal import GatewayCore
internal import GatewayTesting

/// Random faults, concerns and urgent alerts that come and go in a home whose contacts are hard to reach.
struct RandomStorm {
    private var chance: Dice
    private let home: HomeBuilder
    private(set) var driver: EngineDriver
    /// Alerts that were raised, with those of their first rung and when.
    private(set) var raised: [AlertID: (contacts: [ContactID], at: BootTime)] = [:]
    /// Who accepted a message that names an alert.
    private var named: Set<ToldTogether> = []
    private var isOpen: [Int: Bool] = [:]

    private static let doors = 24
    private static let wait = Duration.seconds(30)

    init(seed: Int) {
        chance = Dice(seed: seed)
        var home = HomeBuilder()
        home.groupWait = Self.wait
        home.messagesPerHour = 2 + chance.roll(6)
        home.escalationByPriority[.fault] = EscalationID(chance.roll(2) == 0 ? "faults" : "family")
        home.escalations[0].lastAction = []
        if chance.roll(2) == 0 { home.receivers = [ChannelID("centre")] }
        if chance.roll(2) == 0 {
            home.escalations[1].rungs[0].contacts = [ContactID("bert"), ContactID("centre")]
        }
        let priorities: [Priority] = [.fault, .fault, .concern, .urgent]
        for number in 0..<Self.doors {
            home.devices.append(HomeBuilder.device("door-\(number)", [.open]))
            home.addRule(
                "left_open", "door-\(number)", priority: priorities[number % 4], preAlert: .zero,
                values: ["devices": .devices([DeviceID("door-\(number)")]), "hold": .duration(.seconds(5))])
        }
        self.home = home
        driver = EngineDriver(home)
    }

    mutating func run(steps: Int) {
        for _ in 0..<steps {
            step()
            look()
        }
    }

    private mutating func step() {
        switch chance.roll(20) {
        case 0..<11: move(chance.roll(Self.doors))
        case 11: driver.answer(.failed(reason: "no answer", retryAfter: nil))
        case 12..<16: accept()
        case 16:
            guard let alert = driver.engine.alerts.last(where: \.isOpen), let contact = alert.told.first else { return }
            driver.acknowledge(alert.id.number, by: contact.name)
        case 17:
            guard let alert = driver.engine.alerts.first(where: \.isOpen), let contact = alert.told.last else { return }
            driver.acknowledge(alert.id.number, by: contact.name)
        case 18:
            if chance.roll(8) == 0 { driver.restart(after: .seconds(Int64(1 + chance.roll(50))), with: home) }
        default:
            let state: PathState = chance.roll(2) == 0 ? .up : .down(reason: "gone")
            driver.turn(.path(.channel(ChannelID("anna-app")), state))
        }
        driver.pass(.seconds(Int64(chance.roll(chance.roll(10) == 0 ? 900 : 60))))
    }

    private mutating func move(_ door: Int) {
        let open = !(isOpen[door] ?? false)
        isOpen[door] = open
        driver.show("door-\(door)", .open, open)
    }

    private mutating func accept() {
        for order in driver.underway {
            for alert in [order.message.alert] + (order.message.also ?? []).map(\.alert) {
                named.insert(ToldTogether(contact: order.delivery.contact, leader: alert))
            }
        }
        driver.answer(.accepted)
    }

    private mutating func look() {
        for alert in driver.engine.alerts where alert.state == .raised && raised[alert.id] == nil {
            let rung = home.plan.escalation(alert.ladder?.escalation)?.rungs.first
            raised[alert.id] = (rung?.contacts ?? [], driver.now.boot)
        }
    }

    /// Everybody can be reached again, and time passes.
    mutating func settle() {
        driver.turn(.path(.channel(ChannelID("anna-app")), .up))
        for door in 0..<Self.doors where isOpen[door] == true { move(door) }
        for _ in 0..<2_000 {
            driver.pass(.minutes(1))
            accept()
            look()
            if driver.engine.deliveries.isEmpty, driver.engine.alerts.allSatisfy({ !$0.isOpen }) { return }
            for alert in driver.engine.alerts where alert.isOpen {
                if let contact = alert.told.first { driver.close(alert.id.number, by: contact.name) }
            }
        }
    }

    /// Who was to be told of an alert that lasted long enough for it, and was not.
    var untold: [(AlertID, ContactID)] {
        raised.keys.sorted().flatMap { id in
            (raised[id]?.contacts ?? []).filter { contact in
                !named.contains(ToldTogether(contact: contact, leader: id)) && lasted(id)
            }.map { (id, $0) }
        }
    }

    /// Whether it was still open when the wait for others was over.
    private func lasted(_ id: AlertID) -> Bool {
        let entries = driver.ledger.story.filter { $0.alert == id }
        guard let begin = entries.first(where: { $0.kind == .raised }),
            let end = entries.last(where: { $0.kind == .closed })
        else { return true }
        return end.moment.boot - begin.moment.boot > Self.wait
    }
}
