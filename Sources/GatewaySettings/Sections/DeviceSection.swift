internal import DeviceProtocols
internal import GatewayCore

// `devices`: what is enrolled, by which profile it speaks, and by what its arrivals are known.
extension SettingsBuilder {
    func readDevices() {
        for entry in root.devices {
            guard let table = entry.table(in: reading) else { continue }
            let name = table.name ?? entry.id
            let room = table.room
            let resident = table.resident
            let profile = table.profile.flatMap { profiles.profile(named: $0, at: table.place(of: "profile")) }
            let place = DevicePlace(table)
            let supervision = table.supervision
            let way = profile.flatMap { wayIn($0, table, id: entry.id) }
            table.finish()
            guard let profile, let way else { continue }
            if supervision == .bridge, way.bridge == nil {
                reading.log.error(
                    .noBridgeToSupervise, table.place(of: "supervision"),
                    "device `\(entry.id)` has no bridge that could supervise it")
            }
            let id = DeviceID(entry.id)
            var device = Device(
                id: id, name: name, room: room.map { RoomID($0) }, resident: resident.map { ResidentID($0) },
                intake: way.intake, bridge: way.bridge, capabilities: profile.capabilities,
                supervision: supervision ?? profile.supervision)
            place.settle(&device)
            home.devices.append(device)
            devices[id] = device
            let sender = EnrolledDevice(
                id: id, intake: way.intake, bridge: way.bridge, address: way.address, profile: profile)
            checkIsAlone(sender, at: entry.place)
            enrolled.append(Named(thing: sender, place: entry.place))
        }
    }

    /// How a device's arrivals come in.
    private struct Way {
        var intake: IntakeID
        var bridge: BridgeID?
        var address: EnrolledDevice.Address
    }

    private func wayIn(_ profile: DeviceProfile, _ table: Table<DeviceShape>, id: String) -> Way? {
        switch profile.dialect {
        case .zigbee2mqtt:
            refuse(["address", "intake"], table, profile)
            return zigbee(table, id: id)
        case .rfxtrx:
            refuse(["bridge", "friendly_name", "topic"], table, profile)
            guard let intake = serialIntake(table, speaking: .rfxtrx) else { return nil }
            return frameAddress(table).map { Way(intake: intake, address: .frame($0)) }
        case .enOcean:
            refuse(["bridge", "friendly_name", "topic"], table, profile)
            guard let intake = serialIntake(table, speaking: .enOcean) else { return nil }
            return senderAddress(table).map { Way(intake: intake, address: .frame($0)) }
        case .json:
            refuse(["bridge", "friendly_name"], table, profile)
            return json(table)
        }
    }

    private func refuse(_ keys: [String], _ table: Table<DeviceShape>, _ profile: DeviceProfile) {
        for key in keys {
            guard let pair = table.pairs[key] else { continue }
            reading.log.error(
                .keyNotForDialect, pair.keyPlace,
                "`\(key)` means nothing for a device of the dialect \(profile.dialect.rawValue)")
        }
    }

    private func zigbee(_ table: Table<DeviceShape>, id: String) -> Way? {
        var found = bridges.first
        if table.has("bridge") {
            guard let name = table.bridge else { return nil }
            found = bridges.first { $0.bridge.id.name == name }
        } else if bridges.count != 1 {
            // A bridge that could not be read has been reported.
            if bridges.count > 1 || (known["bridge"] ?? []).isEmpty {
                table.pairs.demand(
                    "bridge", hint: "a bridge is named under its broker: `bridges: {zigbee: zigbee2mqtt}`")
            }
            return nil
        }
        guard let found else { return nil }
        func way(_ topic: String) -> Way {
            Way(intake: found.bridge.intake, bridge: found.bridge.id, address: .topic(topic))
        }
        if let topic = table.topic {
            checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false)
            if table.has("friendly_name") {
                reading.log.error(
                    .bothGiven, table.place(of: "topic"), "\(table.what) has both `topic` and `friendly_name`")
            }
            return way(topic)
        }
        let friendlyName = table.friendlyName ?? id
        checkTopic(friendlyName, at: table.place(of: "friendly_name"), allowsWildcards: false)
        return way(found.baseTopic + "/" + friendlyName)
    }

    private func json(_ table: Table<DeviceShape>) -> Way? {
        if table.has("topic") {
            refuseBoth("topic", "address", table)
            guard let intake = mqttIntake(table.pairs, named: table.intake), let topic = table.topic else { return nil }
            checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false)
            return Way(intake: intake, address: .topic(topic))
        }
        guard let intake = serialIntake(table, speaking: .jsonLines) else { return nil }
        let hint = "what stands as `device` in its lines; or the `topic` where it publishes"
        table.pairs.demand("address", hint: hint)
        return table.address.map { Way(intake: intake, address: .line($0)) }
    }

    private func refuseBoth(_ first: String, _ second: String, _ table: Table<DeviceShape>) {
        guard table.has(first), table.has(second) else { return }
        reading.log.error(.bothGiven, table.place(of: second), "\(table.what) has both `\(first)` and `\(second)`")
    }

    /// The named serial intake, or the only one of its protocol.
    private func serialIntake(
        _ table: Table<DeviceShape>, speaking wanted: SerialConnection.SerialProtocol
    ) -> IntakeID? {
        func speaks(_ intake: Intake) -> Bool {
            guard case .serial(let serial) = intake.connection else { return false }
            return serial.serialProtocol == wanted
        }
        if table.has("intake") {
            guard let name = table.intake else { return nil }
            guard let intake = intake(IntakeID(name)) else { return nil }
            if speaks(intake) { return intake.id }
            reading.log.error(
                .intakeSpeaksOther, table.place(of: "intake"),
                "intake `\(name)` does not speak \(wanted.rawValue), as the profile of \(table.what) does")
            return nil
        }
        let fitting = intakes.filter { speaks($0.thing) }
        if fitting.count == 1 { return fitting[0].thing.id }
        if fitting.count > 1 || intakes.count == known["intake"]?.count {
            let hint =
                fitting.isEmpty
                ? "no serial intake with `protocol: \(wanted.rawValue)` exists yet" : "several could be meant"
            table.pairs.demand("intake", hint: hint)
        }
        return nil
    }

    /// Packet type, subtype and identity in hexadecimal.
    private func frameAddress(_ table: Table<DeviceShape>) -> String? {
        let hint = "packet type, subtype and identity: `20:02:c0ffee`; `pullcord devices watch` shows them"
        table.pairs.demand("address", hint: hint)
        guard let text = table.address else { return nil }
        let parts = text.lowercased().split(separator: ":", omittingEmptySubsequences: false)
        let isHex = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        guard isHex, (3...4).contains(parts.count), parts[0].count == 2, parts[1].count == 2, parts[2].count <= 8 else {
            reading.log.error(
                .notARadioAddress, table.place(of: "address"), "`\(text)` is not a radio address", hint: hint)
            return nil
        }
        return text.lowercased()
    }

    /// Four bytes in hexadecimal, as they are printed on most EnOcean devices; colons may stand between them.
    private func senderAddress(_ table: Table<DeviceShape>) -> String? {
        let hint = "the sender's eight hex digits: `01825dab`; they stand on the device"
        table.pairs.demand("address", hint: hint)
        guard let text = table.address else { return nil }
        let digits = text.lowercased().filter { $0 != ":" }
        let isHex = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isHex, digits.utf8.count == 8, [8, 11].contains(text.utf8.count) else {
            reading.log.error(
                .notARadioAddress, table.place(of: "address"), "`\(text)` is not an EnOcean sender", hint: hint)
            return nil
        }
        return digits
    }

    private func checkIsAlone(_ device: EnrolledDevice, at place: Place) {
        let key = SenderKey(intake: device.intake, address: device.address)
        guard let twin = devicesByAddress[key] else {
            devicesByAddress[key] = Named(thing: device.id, place: place)
            return
        }
        reading.log.error(
            .sameAddress, place, "device `\(device.id)` has the same address as device `\(twin.thing)`",
            hint: "one sender is one device", related: [(twin.place, "device `\(twin.thing)` stands")])
    }

    /// Adds what the devices need to the topics of their brokers: those that can raise an emergency to the
    /// alarm session, so that no chatty sensor pushes a press out of the broker's queue.
    func addTopics() {
        for index in intakes.indices {
            guard case .mqtt(var broker) = intakes[index].thing.connection else { continue }
            let id = intakes[index].thing.id
            var alarm = broker.alarmTopics
            var reading = broker.readingTopics
            for device in enrolled.map(\.thing) where device.intake == id {
                guard case .topic(let topic) = device.address else { continue }
                let isAlarmClass = device.profile.capabilities.contains(where: \.isAlarmClass)
                if isAlarmClass { alarm.append(topic) } else { reading.append(topic) }
                if device.profile.dialect == .zigbee2mqtt { reading.append(topic + "/availability") }
            }
            for bridge in bridges where bridge.bridge.intake == id {
                reading.append(bridge.baseTopic + "/bridge/state")
            }
            var seen = Set<String>()
            broker.alarmTopics = alarm.filter { seen.insert($0).inserted }
            broker.readingTopics = reading.filter { seen.insert($0).inserted }
            intakes[index].thing.connection = .mqtt(broker)
        }
    }
}
