internal import DeviceProtocols
internal import GatewayCore

/// Builds the settings section by section. What a section finds is there for those after it to refer to.
final class SettingsBuilder {
    let root: Table<RootShape>
    let reading: Reading
    let path: String
    let profiles: ProfileLibrary
    let kinds: [any Rule.Type]

    /// A thing with the place of its name, for remarks about the whole.
    struct Named<Thing> {
        var thing: Thing
        var place: Place
    }

    /// By name, and by address: a thousand devices are looked up often.
    var devices: [DeviceID: Device] = [:]
    var devicesByAddress: [SenderKey: Named<DeviceID>] = [:]
    /// The first device of each topic, and whether it is told from others by its messages.
    var devicesByTopic: [SenderKey: (device: Named<DeviceID>, isShared: Bool)] = [:]
    var home = Home(id: "home", name: "", zone: .utc, residents: [], rooms: [], devices: [])
    var intakes: [Named<Intake>] = []
    var bridges: [BridgeWay] = []
    var enrolled: [Named<EnrolledDevice>] = []
    var outputs: [Named<Output>] = []
    var channels: [Named<Channel>] = []
    var contacts: [Named<Contact>] = []
    var escalations: [Named<Escalation>] = []
    var escalationByPriority: [Priority: EscalationID] = [:]
    var acknowledgementHolds: [Priority: Duration] = [:]
    var rules: [Named<any Rule>] = []
    /// Devices of a recording, in place of those of the settings.
    var recorded: [Device]?
    var packUses: [PackUse] = []
    var switchedOff: [SwitchedOff] = []
    var mutings: [Muting] = []
    var night: DayWindow?
    var stays: [HomeMode: Duration] = [:]
    var quietHours: DayWindow?
    var groupWait = Plan.defaultGroupWait
    var messagesPerHour = Plan.defaultMessagesPerHour
    var phrases: [FeedbackStage: String] = [:]
    var calmPhrase: String?
    var tellsCancelled = false
    var faultAfter: Duration?
    var gateway = GatewayOptions()
    var homeAssistant: HomeAssistantConnection?

    /// A bridge, and how it speaks.
    struct BridgeWay {
        var bridge: Bridge
        var topic: IntakeFormat.BridgeTopic
        var output: BridgeOutput
        var place: Place

        var baseTopic: String { topic.baseTopic }
    }

    struct SenderKey: Hashable {
        var intake: IntakeID
        var address: EnrolledDevice.Address
    }

    /// The names of the things of a kind, as written.
    var known: [String: Names] {
        get { reading.known }
        set { reading.known = newValue }
    }

    /// The shapes of the kinds of rules that were met.
    var ruleShapes: [String: Declared<RuleShape>] = [:]

    init(root: Table<RootShape>, path: String, profiles: ProfileLibrary, kinds: [any Rule.Type]) {
        self.root = root
        reading = root.reading
        self.path = path
        self.profiles = profiles
        self.kinds = kinds
    }

    func build(zone: (String) -> ZoneTable?, zoneNames: () -> [String]) -> Settings {
        readHome(zone: zone, zoneNames: zoneNames)
        readResidents()
        readRooms()
        readVisitors()
        readModes()
        readIntakes()
        if let recorded { take(recorded) } else { readDevices() }
        readOutputs()
        readChannels()
        readContacts()
        readEscalations()
        readPriorities()
        readRules()
        checkMutings()
        readFeedback()
        readGateway()
        readHomeAssistant()
        root.finish()
        addTopics()
        checkWhole()
        home.bridges = bridges.map(\.bridge)
        home.outputs = outputs.map(\.thing)
        var plan = Plan(
            home: home, rules: rules.map(\.thing), contacts: contacts.map(\.thing), channels: channels.map(\.thing),
            escalations: escalations.map(\.thing), escalationByPriority: escalationByPriority,
            acknowledgementHolds: acknowledgementHolds, phrases: phrases, calmPhrase: calmPhrase,
            tellsCancelled: tellsCancelled,
            night: night, stays: stays, quietHours: quietHours, groupWait: groupWait,
            messagesPerHour: messagesPerHour)
        if let faultAfter { plan.faultAfter = faultAfter }
        var sources: [String] = []
        for source in reading.log.sources where !sources.contains(source.name) { sources.append(source.name) }
        return Settings(
            plan: plan, intakes: intakes.map(\.thing), formats: formats, enrolled: enrolled.map(\.thing),
            gateway: gateway, homeAssistant: homeAssistant,
            packs: packUses, digest: reading.fingerprint.text, sources: sources)
    }

    private var formats: [IntakeFormat] {
        intakes.map { intake in
            switch intake.thing.connection {
            case .serial(let serial): IntakeFormat(intake: intake.thing.id, form: .serial(serial.serialProtocol))
            case .mqtt:
                IntakeFormat(
                    intake: intake.thing.id,
                    form: .mqtt(
                        bridges: bridges.filter { $0.bridge.intake == intake.thing.id }.map(\.topic)))
            }
        }
    }

    private func take(_ recorded: [Device]) {
        home.devices = recorded
        known["device"] = Names(recorded.map(\.id.name))
        for device in recorded { devices[device.id] = device }
    }
}
