internal import DeviceProtocols
internal import GatewayCore

// `devices`: what is enrolled, and by which profile it speaks.
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
            device.clearings = profile.clearings
            place.settle(&device)
            home.devices.append(device)
            devices[id] = device
            let sender = EnrolledDevice(
                id: id, intake: way.intake, bridge: way.bridge, address: way.address, profile: profile,
                output: way.output)
            checkIsAlone(sender, at: entry.place)
            enrolled.append(Named(thing: sender, place: entry.place))
        }
    }

    private func checkIsAlone(_ device: EnrolledDevice, at place: Place) {
        checkSharing(device, at: place)
        let key = SenderKey(intake: device.intake, address: device.address)
        guard let twin = devicesByAddress[key] else {
            devicesByAddress[key] = Named(thing: device.id, place: place)
            return
        }
        reading.log.error(
            .sameAddress, place, "device `\(device.id)` has the same address as device `\(twin.thing)`",
            hint: "one sender is one device", related: [(twin.place, "device `\(twin.thing)` stands")])
    }

    /// A topic belongs to one device, or is shared by devices that are all told apart by their messages.
    private func checkSharing(_ device: EnrolledDevice, at place: Place) {
        let topic: String
        let isShared: Bool
        switch device.address {
        case .topic(let own): (topic, isShared) = (own, false)
        case .message(let common, _): (topic, isShared) = (common, true)
        case .frame, .line: return
        }
        let key = SenderKey(intake: device.intake, address: .topic(topic))
        guard let first = devicesByTopic[key] else {
            devicesByTopic[key] = (Named(thing: device.id, place: place), isShared)
            return
        }
        guard first.isShared != isShared else { return }
        reading.log.error(
            .sameAddress, place, "device `\(device.id)` has the same topic as device `\(first.device.thing)`",
            hint: "a topic is one device's, or each device on it has an `identity`",
            related: [(first.device.place, "device `\(first.device.thing)` stands")])
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
                for subscription in device.subscriptions {
                    if subscription.isAlarmClass {
                        alarm.append(subscription.topic)
                    } else {
                        reading.append(subscription.topic)
                    }
                }
            }
            for output in outputs {
                guard case .mqtt(let mqtt) = output.thing.connection, mqtt.intake == id else { continue }
                reading += mqtt.confirmation?.places.map(\.topic) ?? []
            }
            for bridge in bridges where bridge.bridge.intake == id {
                if let topic = bridge.topic.whereItStands { reading.append(topic) }
            }
            var seen = Set<String>()
            broker.alarmTopics = alarm.filter { seen.insert($0).inserted }
            broker.readingTopics = reading.filter { seen.insert($0).inserted }
            if let homeAssistant, homeAssistant.intake == id {
                broker.watchedTopics = homeAssistant.watchedTopics
            }
            intakes[index].thing.connection = .mqtt(broker)
        }
    }
}
