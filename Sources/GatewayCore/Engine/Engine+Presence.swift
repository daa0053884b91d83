extension Engine {
    /// Whether anybody is in the home, as far as is known.
    package var presence: Presence { gateway.presence?.presence ?? Presence() }

    /// Lets a live reading tell who is in. Homes without entrances among their devices do not ask.
    mutating func infer(from reading: Reading, of device: Device, isChange: Bool) {
        guard hasEntrances, reading.freshness == .live, device.visitor == nil else { return }
        if device.isEntrance, reading.capability == .open {
            if isChange, !isPresenceBlind { sense(.door) }
        } else if showsSomebody(reading, isChange) {
            let isDoubtful = plan.home.hasPets && !device.overlooksPets && reading.capability == .motion
            typealias Confidence = PresenceModel.Confidence
            sense(.inside(confidence: isDoubtful ? Confidence.seenDespitePet : Confidence.seen))
            // They were in. Whether they still are, nobody can see.
            if isPresenceBlind { sense(.blind) }
        }
    }

    private func showsSomebody(_ reading: Reading, _ isChange: Bool) -> Bool {
        guard reading.capability.showsActivity else { return false }
        switch (reading.capability, reading.value) {
        case (.motion, .state(let isOn)), (.presence, .state(let isOn)): return isOn
        case (.helpCall, _), (.cancel, _), (.testPress, _): return false
        case (_, .happened): return true
        default: return isChange
        }
    }

    mutating func sense(_ sign: PresenceModel.Sign) {
        guard hasEntrances else { return }
        var model = gateway.presence ?? PresenceModel()
        let before = model
        model.see(sign, at: now.boot)
        keep(model, before)
    }

    /// What time alone tells of presence.
    mutating func settlePresence() {
        guard var model = gateway.presence, let due = model.deadline, due <= now.boot else { return }
        let before = model
        model.settle(at: now.boot)
        keep(model, before)
    }

    private mutating func keep(_ model: PresenceModel, _ before: PresenceModel) {
        guard model != before || gateway.presence == nil else { return }
        gateway.presence = model
        isGatewayTouched = true
        let (new, old) = (model.presence, before.presence)
        if new.state != old.state || new.confidence != old.confidence { observeAll(.tick) }
    }

    /// The doors, or all that tells of the inside, cannot be seen: then nothing is known, and nothing follows
    /// from a door that was used before.
    mutating func blindPresenceIfUnseen() {
        guard let model = gateway.presence, !model.isBlank else { return }
        if isPresenceBlind, !mode.isEmptyHome { sense(.blind) }
    }

    private var isPresenceBlind: Bool {
        guard hasEntrances, !unseen.isEmpty else { return false }
        let doors = plan.home.devices.filter(\.isEntrance)
        let inside = plan.home.devices.filter { device in
            !device.isEntrance && device.capabilities.contains(where: \.showsActivity)
        }
        return doors.contains { isUnseen($0.id) } || (!inside.isEmpty && inside.allSatisfy { isUnseen($0.id) })
    }
}
