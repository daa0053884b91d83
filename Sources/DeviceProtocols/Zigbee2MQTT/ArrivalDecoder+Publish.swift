import GatewayCore

extension ArrivalDecoder {
    mutating func decodePublish(_ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival) {
        switch intakes[intake].topics[arrival.address] {
        case .device(let place): decodeDevice(arrival, place, &decoded)
        case .availability(let place): decodeAvailability(arrival, place, &decoded)
        case .bridge(let place): decodeBridge(arrival, place, &decoded)
        case .ignored: break
        case nil: decodeUnknown(arrival, intake, &decoded)
        }
    }

    private mutating func decodeDevice(_ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival) {
        let message: JSONMessage
        do {
            message = try reader.message(arrival.bytes, for: .profile(devices[place].plan))
        } catch {
            decoded.refuse(error.sentence)
            return
        }
        decoded.unmapped += message.unmapped
        let findings = devices[place].plan.findings(
            message.values, unmapped: &decoded.unmapped, refused: &decoded.refused)
        guard devices[place].profile.dialect == .zigbee2mqtt else {
            let standing: Standing = arrival.isRetained ? .retained : .live
            devices[place].tell(findings, standing, seen: nil, arrival, at: arrival.moment, into: &decoded)
            return
        }
        let seen = believable(message.lastSeen, arrival)
        let standing = stand(arrival, place, findings, seen)
        devices[place].tell(findings, standing, seen: seen, arrival, at: arrival.moment, into: &decoded)
    }

    /// The device's own time. Without a trusted clock of our own it cannot be believed or doubted, but two of
    /// them can still be compared.
    private func believable(_ scalar: Scalar?, _ arrival: Arrival) -> WallTime? {
        guard let time = scalar.flatMap(ReportedTime.wallTime) else { return nil }
        guard arrival.moment.quality != .unsynchronised else { return time }
        return ReportedTime.isPlausible(time, at: arrival.moment) ? time : nil
    }

    /// Judges a publish, and remembers what later ones are judged by.
    private mutating func stand(
        _ arrival: Arrival, _ place: Int, _ findings: [FieldFinding], _ seen: WallTime?
    ) -> Standing {
        let memory = devices[place].memory
        var start: BridgeMemory.Start?
        var starts = memory.start
        if let bridge = devices[place].bridge {
            starts = bridges[bridge].memory.starts
            if starts != memory.start { start = bridges[bridge].memory.start(at: arrival.moment.boot) }
        }
        let evidence = Standing.Evidence(
            seen: seen, digest: seen == nil ? 0 : arrival.bytes.hashValue,
            hasAction: findings.contains { $0.value == .happened && !$0.field.isLevel },
            brings: findings.contains { Self.differs($0, memory) }, start: start)
        let standing = Standing(evidence, of: arrival, known: memory.seen)
        guard !arrival.isRetained else { return standing }
        devices[place].memory.start = starts
        if let seen, seen != memory.seen?.time {
            devices[place].memory.seen = .init(time: seen, boot: arrival.moment.boot, digest: evidence.digest)
        }
        return standing
    }

    private static func differs(_ finding: FieldFinding, _ memory: DeviceMemory) -> Bool {
        guard let place = finding.field.memory, let known = memory.known[place] else { return false }
        return switch finding.value {
        case .happened: !known
        case .quiet: known
        case .state(let state): state != known
        default: false
        }
    }

    // MARK: - Availability

    private mutating func decodeAvailability(_ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival) {
        guard let isOnline = isOnline(arrival, &decoded) else { return }
        decoded.readings.append(
            Reading(
                device: devices[place].id, capability: .available, value: .state(isOnline), moment: arrival.moment,
                freshness: arrival.isRetained ? .retained : .live, isRedelivered: arrival.isRedelivered))
    }

    private mutating func decodeBridge(_ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival) {
        guard let isOnline = isOnline(arrival, &decoded) else { return }
        bridges[place].memory.take(isOnline: isOnline, isRetained: arrival.isRetained, at: arrival.moment.boot)
        decoded.bridges.append(.init(bridge: bridges[place].id, isOnline: isOnline))
    }

    private static let online = Array("online".utf8)
    private static let offline = Array("offline".utf8)

    /// `{"state":"online"}` since Zigbee2MQTT 2, plain `online` before.
    private func isOnline(_ arrival: Arrival, _ decoded: inout DecodedArrival) -> Bool? {
        if arrival.bytes == Self.online { return true }
        if arrival.bytes == Self.offline { return false }
        do {
            switch try reader.state(arrival.bytes) {
            case "online": return true
            case "offline": return false
            default: decoded.refuse("The availability is neither online nor offline.")
            }
        } catch {
            decoded.refuse(error.sentence)
        }
        return nil
    }

    // MARK: - What nobody enrolled

    private func decodeUnknown(_ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival) {
        var address = arrival.address[...]
        if let base = intakes[intake].bases.first(where: { address.hasPrefix($0.topic) }) {
            let name = address.dropFirst(base.topic.count)
            if name.isEmpty || name == "bridge" || name.hasPrefix("bridge/") { return }
            if name.hasSuffix("/action") || name.hasSuffix("/set") || name.hasSuffix("/get") { return }
            if name.hasSuffix("/availability") { address = address.dropLast("/availability".count) }
        }
        // One topic for each property (`output: attribute_and_json`) repeats what the device's own says.
        if let slash = address.lastIndex(of: "/"),
            case .device? = intakes[intake].topics[String(address[..<slash])]
        {
            return
        }
        decoded.meet(stranger: String(address))
    }
}
