package import GatewayCore

extension ArrivalDecoder {
    /// Learns after a restart what the ledger knows of the devices, so that a state which differs from it is
    /// taken for news even right after a bridge's start.
    package mutating func learn(_ states: [DeviceState]) {
        let known = Dictionary(states.map { ($0.device, $0) }) { first, _ in first }
        for place in devices.indices {
            guard let state = known[devices[place].id] else { continue }
            devices[place].learn(state)
        }
    }

    /// From now on every press is a new one, as after the person has cancelled: who presses again then means
    /// it, however soon.
    package mutating func forgetPresses() {
        for place in devices.indices {
            devices[place].memory.presses = PressMemory()
            devices[place].memory.frame = nil
        }
    }

    /// Takes over what the decoder before a reload knows of devices and bridges that are still the same, and
    /// the begun lines and packets of its ports.
    package mutating func continueFrom(_ old: ArrivalDecoder) {
        let known = Dictionary(old.devices.map { ($0.id, $0) }) { first, _ in first }
        for place in devices.indices {
            guard let before = known[devices[place].id], before.profile == devices[place].profile else { continue }
            devices[place].memory = before.memory
        }
        for place in bridges.indices {
            guard let before = old.bridges.first(where: { $0.id == bridges[place].id }) else { continue }
            bridges[place].memory = before.memory
        }
        for (id, place) in intakeIndex {
            guard let before = old.intakeIndex[id], old.intakes[before].form == intakes[place].form else { continue }
            intakes[place].lineFramer = old.intakes[before].lineFramer
            if let stream = old.intakes[before].stream { intakes[place].stream?.continueFrom(stream) }
        }
    }
}
