import GatewayCore

extension ArrivalDecoder {
    mutating func decodePublish(_ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival) {
        switch intakes[intake].topics[arrival.address] {
        case .device(let place, let topic): decodeDevice(arrival, place, topic, &decoded)
        case .shared(let shared): decodeShared(arrival, intakes[intake].shared[shared], &decoded)
        case .availability(let place): decodeAvailability(arrival, place, &decoded)
        case .bridge(let place): decodeBridge(arrival, place, &decoded)
        case .ignored: break
        case nil: decodeUnknown(arrival, intake, &decoded)
        }
    }

    private mutating func decodeDevice(
        _ arrival: Arrival, _ place: Int, _ topic: Int, _ decoded: inout DecodedArrival
    ) {
        guard devices[place].topics.indices.contains(topic) else { return }
        let plan = devices[place].topics[topic].plan
        let message: JSONMessage
        do {
            message = try reader.message(arrival.bytes, for: devices[place].topics[topic])
        } catch {
            decoded.refuse(error.sentence)
            return
        }
        decoded.sender = devices[place].id
        decoded.leave(message)
        if devices[place].profile.dialect == .homeAssistant { tellLoss(message, arrival, place, &decoded) }
        var findings = plan.findings(message.values, &decoded)
        for element in message.elements {
            decoded.leave(element.message)
            findings += plan.lists[element.list].findings(element.message.values, &decoded)
        }
        let seen = ownTime(message, plan, arrival, place, &decoded)
        let standing = stand(arrival, place, findings, seen, isMain: topic == 0)
        devices[place].tell(findings, standing, seen: seen, arrival, at: arrival.moment, into: &decoded)
    }

    private mutating func decodeShared(_ arrival: Arrival, _ topic: SharedTopic, _ decoded: inout DecodedArrival) {
        do {
            switch try topic.sender(arrival.bytes, reader) {
            case .device(let place): decodeDevice(arrival, place, 0, &decoded)
            case .stranger(let address?): decoded.meet(stranger: address)
            case .stranger(nil): decoded.refuse("The message does not say which device it is from.")
            }
        } catch {
            decoded.refuse(error.sentence)
        }
    }

    // MARK: - Time

    /// The device's own time, where it says one that can be believed.
    private func ownTime(
        _ message: JSONMessage, _ plan: FieldPlan, _ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival
    ) -> WallTime? {
        let profile = devices[place].profile
        if let clock = profile.clock, let value = plan.clock.flatMap({ message.values[$0] }) {
            guard let time = ReportedTime.wallTime(value, clock.form) else {
                decoded.mistimed += 1
                return nil
            }
            guard arrival.moment.quality != .unsynchronised else { return time }
            if ReportedTime.isPlausible(time, at: arrival.moment, past: clock.past, future: clock.future) {
                return time
            }
            decoded.mistimed += 1
            return nil
        }
        switch profile.dialect {
        case .zigbee2mqtt: return believable(message.lastSeen, arrival)
        case .zwaveJSUI: return believable(plan.clock.flatMap { message.values[$0] }, arrival)
        default: return nil
        }
    }

    /// The device's own time. Without a trusted clock of our own it cannot be believed or doubted, but two of
    /// them can still be compared.
    private func believable(_ scalar: Scalar?, _ arrival: Arrival) -> WallTime? {
        guard let time = scalar.flatMap(ReportedTime.wallTime) else { return nil }
        guard arrival.moment.quality != .unsynchronised else { return time }
        return ReportedTime.isPlausible(time, at: arrival.moment) ? time : nil
    }

    /// Judges a publish, and remembers what later ones are judged by.
    ///
    /// - Parameter isMain: it came on the one topic on which the device says everything.
    private mutating func stand(
        _ arrival: Arrival, _ place: Int, _ findings: [FieldFinding], _ seen: WallTime?, isMain: Bool
    ) -> Standing {
        let dialect = devices[place].profile.dialect
        guard devices[place].bridge != nil || dialect == .zigbee2mqtt || dialect == .zwaveJSUI else {
            return arrival.isRetained ? .retained : .live
        }
        let memory = devices[place].memory
        var start: BridgeMemory.Start?
        var starts = memory.start
        if let bridge = devices[place].bridge {
            starts = bridges[bridge].memory.starts
            // Who says everything at once says it once after a start; else each topic comes by itself.
            let isFirst = dialect == .zigbee2mqtt && isMain ? starts != memory.start : true
            if isFirst { start = bridges[bridge].memory.start(at: arrival.moment.boot) }
        }
        let evidence = Standing.Evidence(
            // A clock of the profile's tells when something was measured, not when it was sent.
            seen: dialect == .zigbee2mqtt || dialect == .zwaveJSUI ? seen : nil,
            digest: seen == nil ? 0 : arrival.bytes.hashValue,
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
        guard let isPresent = isPresent(arrival, devices[place].profile.dialect, &decoded) else { return }
        tell(isPresent, arrival, place, &decoded)
    }

    private func tell(_ isPresent: Bool, _ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival) {
        decoded.readings.append(
            Reading(
                device: devices[place].id, capability: .available, value: .state(isPresent), moment: arrival.moment,
                freshness: arrival.isRetained ? .retained : .live, isRedelivered: arrival.isRedelivered))
    }

    private mutating func decodeBridge(_ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival) {
        guard let isOnline = isPresent(arrival, bridges[place].dialect, &decoded) else { return }
        bridges[place].memory.take(isOnline: isOnline, isRetained: arrival.isRetained, at: arrival.moment.boot)
        decoded.bridges.append(.init(bridge: bridges[place].id, isOnline: isOnline))
    }

    private func isPresent(_ arrival: Arrival, _ dialect: Dialect, _ decoded: inout DecodedArrival) -> Bool? {
        do {
            return try AvailabilityWords(dialect).isPresent(arrival.bytes, reader)
        } catch {
            decoded.refuse(error.sentence)
            return nil
        }
    }

    /// Home Assistant says in the place of a state that it lost a device.
    private mutating func tellLoss(
        _ message: JSONMessage, _ arrival: Arrival, _ place: Int, _ decoded: inout DecodedArrival
    ) {
        guard let value = message.values.lazy.compactMap({ $0 }).first else { return }
        let isLost = value == .text("unavailable")
        guard isLost || devices[place].memory.isLost else { return }
        devices[place].memory.isLost = isLost
        tell(!isLost, arrival, place, &decoded)
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
        // What a device says beyond what its profile names, and what only repeats its message (one topic for
        // each property: `output: attribute_and_json`).
        var above = address
        var depth = 0
        while let slash = above.lastIndex(of: "/") {
            above = above[..<slash]
            depth += 1
            if let isDeep = intakes[intake].homes[String(above)], isDeep || depth == 1 { return }
        }
        decoded.meet(stranger: String(address))
    }
}
