internal import DeviceProtocols
internal import GatewayCore

/// What the surroundings and the answers come to, before it is written.
struct Proposal {
    struct Bridge {
        var id: String
        var baseTopic: String
    }

    struct Receiver {
        var id: String
        var port: Surroundings.Port
        var serialProtocol: SerialConnection.SerialProtocol
    }

    let answers: StartingAnswers
    let surroundings: Surroundings
    private(set) var bridges: [Bridge] = []
    private(set) var devices: [ProposedDevice] = []
    /// Devices for which no profile is known yet.
    private(set) var unknown: [AnnouncedDevice] = []
    /// Announced devices that were left out.
    private(set) var refused = 0
    private(set) var receivers: [Receiver] = []
    private(set) var otherPorts: [Surroundings.Port] = []

    init(
        _ answers: StartingAnswers, _ surroundings: Surroundings, profiles: [DeviceProfile], rooms: [Room] = []
    ) {
        self.answers = answers
        self.surroundings = surroundings
        var taken: Set<String> = []
        let possible = surroundings.bridges.filter { BridgeAnnouncement.canBeBase($0.baseTopic) }
        let found = possible.prefix(StartingLimits.bridges)
        for bridge in found {
            let id = found.count == 1 ? "zigbee" : MadeName.name(from: bridge.baseTopic, or: "zigbee", &taken)
            bridges.append(Bridge(id: id, baseTopic: bridge.baseTopic))
        }
        var names: Set<String> = []
        for (bridge, id) in zip(found, bridges.map(\.id)) {
            refused += bridge.announcement?.refused ?? 0
            for device in bridge.announcement?.devices ?? [] {
                guard let choice = ProfileChoice(for: device, among: profiles) else {
                    unknown.append(device)
                    continue
                }
                guard devices.count < Limits.devices else {
                    refused += 1
                    continue
                }
                devices.append(
                    ProposedDevice(
                        id: MadeName.name(from: device.friendlyName, or: "device", &names), announced: device,
                        bridge: found.count == 1 ? nil : id, choice: choice,
                        room: RoomGuess.room(in: device.friendlyName, among: rooms)))
            }
        }
        settlePorts()
    }

    /// Receivers become intakes where a name tells them apart, now and after the next start.
    private mutating func settlePorts() {
        // What says nothing of itself is one of the machine's own ports.
        let ports = surroundings.ports.filter { $0.serial != nil || !$0.texts.isEmpty }.prefix(StartingLimits.ports)
        for port in ports {
            let isAlone = { (name: KeyPath<Surroundings.Port, String?>) in
                guard let own = port[keyPath: name], own.unicodeScalars.allSatisfy(SettingsText.canHold) else {
                    return false
                }
                return ports.count { $0[keyPath: name] == own } == 1
            }
            guard let serialProtocol = port.serialProtocol, isAlone(\.serial) || isAlone(\.path) else {
                otherPorts.append(port)
                continue
            }
            var own = port
            if !isAlone(\.serial) { own.serial = nil }
            let number = receivers.count + 1
            receivers.append(
                Receiver(
                    id: number == 1 ? "receiver" : "receiver-\(number)", port: own, serialProtocol: serialProtocol))
        }
    }
}
