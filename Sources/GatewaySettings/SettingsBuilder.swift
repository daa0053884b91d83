internal import DeviceProtocols
internal import GatewayCore

/// Builds the settings section by section. What a section finds is there for those after it to refer to.
final class SettingsBuilder {
    let root: Table
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
    var home = Home(id: "home", name: "", zone: .utc, residents: [], rooms: [], devices: [])
    var intakes: [Named<Intake>] = []
    var bridges: [(bridge: Bridge, baseTopic: String, place: Place)] = []
    var enrolled: [Named<EnrolledDevice>] = []
    var outputs: [Named<Output>] = []
    var channels: [Named<Channel>] = []
    var contacts: [Named<Contact>] = []
    var escalations: [Named<Escalation>] = []
    var escalationByPriority: [Priority: EscalationID] = [:]
    var acknowledgementHolds: [Priority: Duration] = [:]
    var rules: [Named<any Rule>] = []
    var mutings: [Muting] = []
    var night: DayWindow?
    var stays: [HomeMode: Duration] = [:]
    var quietHours: DayWindow?
    var groupWait = Plan.defaultGroupWait
    var messagesPerHour = Plan.defaultMessagesPerHour
    var phrases: [FeedbackStage: String] = [:]
    var tellsCancelled = false
    var faultAfter: Duration?
    var gateway = GatewayOptions()

    struct SenderKey: Hashable {
        var intake: IntakeID
        var address: EnrolledDevice.Address
    }

    /// Names as written, good or bad, so that one mistake in a thing is not reported again at each use of it.
    var known: [String: Names] = [:]

    init(root: Table, path: String, profiles: ProfileLibrary, kinds: [any Rule.Type]) {
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
        readDevices()
        readOutputs()
        readChannels()
        readContacts()
        readEscalations()
        readPriorities()
        readRules()
        checkMutings()
        readFeedback()
        readGateway()
        root.finish()
        addTopics()
        checkWhole()
        home.bridges = bridges.map(\.bridge)
        home.outputs = outputs.map(\.thing)
        var plan = Plan(
            home: home, rules: rules.map(\.thing), contacts: contacts.map(\.thing), channels: channels.map(\.thing),
            escalations: escalations.map(\.thing), escalationByPriority: escalationByPriority,
            acknowledgementHolds: acknowledgementHolds, phrases: phrases, tellsCancelled: tellsCancelled,
            night: night, stays: stays, quietHours: quietHours, groupWait: groupWait,
            messagesPerHour: messagesPerHour)
        if let faultAfter { plan.faultAfter = faultAfter }
        var sources: [String] = []
        for source in reading.log.sources where !sources.contains(source.name) { sources.append(source.name) }
        return Settings(
            plan: plan, intakes: intakes.map(\.thing), formats: formats, enrolled: enrolled.map(\.thing),
            gateway: gateway, digest: reading.fingerprint.text, sources: sources)
    }

    private var formats: [IntakeFormat] {
        intakes.map { intake in
            switch intake.thing.connection {
            case .serial(let serial): IntakeFormat(intake: intake.thing.id, form: .serial(serial.serialProtocol))
            case .mqtt:
                IntakeFormat(
                    intake: intake.thing.id,
                    form: .mqtt(
                        bridges: bridges.filter { $0.bridge.intake == intake.thing.id }.map {
                            IntakeFormat.BridgeTopic(bridge: $0.bridge.id, baseTopic: $0.baseTopic)
                        }))
            }
        }
    }

    /// The entries of a section, their names noted for references.
    func entries(_ key: String, of kind: String, limit: Int) -> [Table.Entry] {
        let entries = root.entries(key, of: kind, limit: limit)
        known[kind] = Names(entries.map(\.id))
        return entries
    }

    func table(_ entry: Table.Entry, of kind: String) -> Table? {
        Table(entry.value, what: "\(kind) `\(entry.id)`", place: entry.place, in: reading)
    }

    /// A setting that names a thing of another section.
    func reference(_ key: String, in table: Table, to kind: String, required: Bool = false, hint: String? = nil)
        -> String?
    {
        guard let text = table.text(key, required: required, hint: hint) else { return nil }
        return reading.reference(text, at: table.place(of: key), to: kind, among: known[kind] ?? [])
    }

    /// A list of names of things of another section, each once.
    func references(_ key: String, in table: Table, to kind: String, required: Bool = false) -> [(
        id: String, place: Place
    )]? {
        guard let texts = table.texts(key, required: required) else { return nil }
        var found: [(id: String, place: Place)] = []
        var seen: Names = []
        for (text, place) in texts {
            guard let id = reading.reference(text, at: place, to: kind, among: known[kind] ?? []) else { continue }
            if seen.contains(id) {
                reading.log.error(.twiceInList, place, "\(kind) `\(id)` stands twice in this list")
            } else {
                seen.insert(id)
                found.append((id, place))
            }
        }
        if texts.isEmpty { reading.log.error(.emptyList, table.place(of: key), "`\(key)` names nobody and nothing") }
        return found
    }
}
