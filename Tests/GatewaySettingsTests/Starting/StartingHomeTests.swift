import DeviceProtocols
import GatewayCore
import GatewaySettings
import GatewayTesting
import Testing

struct StartingHomeTests {
    private let receiver = Surroundings.Port(
        node: "/dev/ttyUSB0", serial: "RFXCOM_RFXtrx433_A1YIOGBV", path: "pci-0:1", texts: ["RFXCOM", "RFXtrx433"])
    private let pendant = AnnouncedDevice(
        friendlyName: "pendant", model: "TS0215A_sos", vendor: "Tuya", description: "SOS button",
        properties: ["action", "battery"])
    private let smoke = AnnouncedDevice(
        friendlyName: "Küche/Rauch & Hitze", model: "SD-12", vendor: "Acme", description: "Smoke detector",
        properties: ["smoke", "tamper"])

    private func make(
        _ surroundings: Surroundings, broker: StartingAnswers.Broker? = StartingAnswers.Broker("127.0.0.1:1883")
    ) -> StartingHome {
        StartingHome(SurroundingHome.answers(broker: broker), surroundings, profiles: SurroundingHome.profiles)
    }

    @Test func `a home of which nothing is known passes the check without a remark`() throws {
        let home = make(Surroundings(), broker: nil)
        let result = SurroundingHome.read(home)
        #expect(BaseHome.report(result) == "")
        let plan = try #require(result.settings).plan
        #expect(plan.home.name == "12 Mill Lane" && plan.home.id == "12-mill-lane")
        #expect(plan.contacts.map(\.name) == ["Anna Müller"] && plan.contacts[0].id == ContactID("anna-muller"))
        #expect(plan.home.residents.map(\.name) == ["Margaret"])
        #expect(home.files.map(\.path) == StartingHome.names)
        #expect(home.files.map(\.permissions) == [0o644, 0o644, 0o644, 0o644, 0o600])
    }

    @Test func `what was found is written, with the rules that hear it, and passes the check`() throws {
        let lamp = AnnouncedDevice(
            friendlyName: "0x00158d00018255df", model: "LED1624G9", vendor: "IKEA", description: "a bulb",
            properties: ["state", "brightness"])
        let home = make(SurroundingHome.surroundings([pendant, smoke, lamp], ports: [receiver]))
        let result = SurroundingHome.read(home)
        #expect(BaseHome.report(result) == "")
        let settings = try #require(result.settings)
        #expect(
            settings.enrolled.map(\.address) == [
                .topic("zigbee2mqtt/pendant"), .topic("zigbee2mqtt/Küche/Rauch & Hitze"),
            ])
        #expect(settings.enrolled.map(\.profile.id) == ["tuya-ts0215a-sos", "zigbee-smoke"])
        #expect(settings.plan.rules.map(\.common.id) == [RuleID("help"), RuleID("smoke")])
        let serial = settings.intakes.compactMap { intake -> SerialConnection? in
            guard case .serial(let serial) = intake.connection else { return nil }
            return serial
        }
        #expect(serial.map(\.binding) == [.serial("RFXCOM_RFXtrx433_A1YIOGBV", interface: nil)])
        let text = SurroundingHome.text("devices.yaml", of: home)
        #expect(
            text.contains(
                """
                  # Acme SD-12: Smoke detector
                  # No profile names this model; this one is for every maker's device that tells `smoke`. Try it out.
                  kuche-rauch-hitze:
                    name: "Küche/Rauch & Hitze"
                    profile: zigbee-smoke
                    friendly_name: "Küche/Rauch & Hitze"
                    # room: hall
                  # No profile yet for `0x00158d00018255df`: IKEA LED1624G9: a bulb.
                  # It tells state, brightness.

                """), "\(text)")
    }

    @Test(arguments: ["WXKG01LM", "WXKG11LM", "E1812", "SNZB-01", "TS0041", "324131092621"])
    func `a button is only known by its model, for a light switch sends the same`(_ model: String) throws {
        let wall = AnnouncedDevice(friendlyName: "switch", model: model, properties: ["action", "battery"])
        let call = AnnouncedDevice(friendlyName: "call", modelID: "HS1EB", properties: ["action"])
        let result = SurroundingHome.read(make(SurroundingHome.surroundings([wall, call])))
        #expect(result.settings?.enrolled.map(\.id.name) == ["call"])
        #expect(result.settings?.enrolled.map(\.profile.id) == ["zigbee-call-button"])
    }

    @Test func `a model has its own profile before that of every maker, and else the one that explains most`() {
        let found = [
            AnnouncedDevice(friendlyName: "a", model: "MCCGQ11LM", properties: ["contact", "battery"]),
            AnnouncedDevice(friendlyName: "b", model: "X1", properties: ["contact", "battery"]),
            AnnouncedDevice(friendlyName: "c", model: "X2", properties: ["smoke", "battery_low"]),
            AnnouncedDevice(friendlyName: "d", model: "X3", properties: ["carbon_monoxide", "battery_low"]),
            AnnouncedDevice(friendlyName: "e", model: "X4", properties: ["smoke", "carbon_monoxide", "battery_low"]),
            AnnouncedDevice(friendlyName: "f", model: "X5", properties: ["state", "power"]),
        ]
        let result = SurroundingHome.read(make(SurroundingHome.surroundings(found)))
        #expect(
            result.settings?.enrolled.map(\.profile.id) == [
                "aqara-mccgq11lm", "zigbee-contact", "zigbee-smoke", "zigbee-carbon-monoxide",
                "zigbee-smoke-carbon-monoxide",
            ])
    }

    @Test func `with two bridges each device says which is its own`() throws {
        var surroundings = SurroundingHome.surroundings([pendant])
        surroundings.bridges.append(
            .init(baseTopic: "Zigbee Oben", announcement: surroundings.bridges[0].announcement))
        surroundings.bridges.append(.init(baseTopic: "pullcord", announcement: nil))
        let home = make(surroundings)
        #expect(home.remarks[0] == "Zigbee2MQTT at `pullcord` keeps no list of devices that could be read.")
        let result = SurroundingHome.read(home)
        #expect(BaseHome.report(result) == "")
        #expect(
            result.settings?.enrolled.map(\.address) == [
                .topic("zigbee2mqtt/pendant"), .topic("Zigbee Oben/pendant"),
            ])
        #expect(result.settings?.plan.home.bridges.map(\.id.name) == ["zigbee2mqtt", "zigbee-oben"])
    }

    @Test func `receivers with one number are bound by their sockets, other sticks are only named`() throws {
        let twins = ["1", "2"].map { number in
            Surroundings.Port(
                node: "/dev/ttyUSB\(number)", serial: "RFXCOM_RFXtrx433", path: "pci-0:\(number)", texts: ["RFXCOM"])
        }
        let same = Surroundings.Port(
            node: "/dev/ttyUSB7", serial: "RFXCOM_RFXtrx433", path: "pci-0:1", texts: ["RFXCOM"])
        let zigbee = Surroundings.Port(
            node: "/dev/ttyACM0", serial: "ITead_Sonoff_Zigbee", texts: [], refusal: "It belongs to a bridge.")
        let home = make(SurroundingHome.surroundings([], ports: twins + [zigbee]))
        let result = SurroundingHome.read(home)
        #expect(BaseHome.report(result) == "")
        let bindings = result.settings?.intakes.compactMap { intake -> SerialConnection.Binding? in
            guard case .serial(let serial) = intake.connection else { return nil }
            return serial.binding
        }
        #expect(bindings == [.path("pci-0:1"), .path("pci-0:2")])
        let text = SurroundingHome.text("home.yaml", of: home)
        #expect(text.contains("# There is also /dev/ttyACM0: ITead_Sonoff_Zigbee. It belongs to its Zigbee or Z-Wave"))
        // Two that nothing tells apart are no intake.
        let alike = make(SurroundingHome.surroundings([], ports: [twins[0], same]), broker: nil)
        #expect(BaseHome.report(SurroundingHome.read(alike)) == "")
        #expect(SurroundingHome.read(alike).settings?.intakes.isEmpty == true)
    }

    @Test func `a broker that could not be looked at is written with why, its password as a secret`() throws {
        let broker = StartingAnswers.Broker(
            host: "broker.lan", port: 8_883, user: "pull: cord", password: Secret("a#b: \"c\" &d \\"), usesTLS: true)
        let home = make(Surroundings(brokerTrouble: "Connection refused"), broker: broker)
        let result = SurroundingHome.read(home)
        #expect(BaseHome.report(result) == "")
        guard case .mqtt(let connection)? = result.settings?.intakes.first?.connection else {
            Issue.record("There is no broker.")
            return
        }
        #expect(connection.host == "broker.lan" && connection.port == 8_883 && connection.tls != nil)
        #expect(connection.user == "pull: cord" && connection.password?.exposed == "a#b: \"c\" &d \\")
        #expect(!home.files.dropLast().contains { $0.text.contains("c\\\"") })
        #expect(home.remarks == ["The broker was not looked at: Connection refused."])
    }

    @Test(.ownThread) func `whatever is announced, the new home passes the check`() throws {
        for seed in 0..<120 {
            var dice = Dice(seed: seed)
            let surroundings = HostileSurroundings.roll(&dice)
            let home = make(surroundings)
            let result = SurroundingHome.read(home)
            #expect(result.errors.map { $0.render() } == [], "seed \(seed)")
            let known = surroundings.bridges.compactMap(\.announcement?.devices.count).reduce(0, +)
            #expect(result.settings?.enrolled.count ?? -1 <= known)
            for line in home.remarks {
                #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            }
        }
    }
}
