package import GatewayCore

/// A home's recording with the device that stood at each of its places.
///
/// A recording without values says when a contact opened and never when it closed, so that each opening ends by
/// itself after five seconds: what is to be alarmed when it stays open cannot be replayed from it.
package struct PlacedRecording: Sendable {
    package struct Target: Hashable, Sendable {
        package var device: DeviceID
        package var capability: Capability

        package init(_ device: DeviceID, _ capability: Capability) {
            self.device = device
            self.capability = capability
        }
    }

    private let home: ActivityHome
    private let targets: [Target?]

    /// - Parameter targets: by place; what is told at a place with nil is passed over.
    package init(_ home: ActivityHome, targets: [Target?]) {
        precondition(targets.count == home.places.count, "Each place has a target or none.")
        self.home = home
        self.targets = targets
    }

    /// What the devices told, in order of time. A value that is not of its capability's kind is left out.
    package var readings: [ReplayedReading] {
        var readings: [ReplayedReading] = []
        readings.reserveCapacity(home.firings.count * 5 / 4)
        var closings: [Int: WallTime] = [:]
        func close(before time: WallTime) {
            let due = closings.filter { $0.value <= time }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            for (place, at) in due {
                closings[place] = nil
                if let target = targets[place] {
                    readings.append(ReplayedReading(target.device, target.capability, .state(false), at: at))
                }
            }
        }
        for firing in home.firings {
            if !closings.isEmpty {
                // Who opens again has closed before.
                if let closing = closings[firing.place] { closings[firing.place] = min(closing, firing.at) }
                close(before: firing.at)
            }
            guard let target = targets[firing.place], let value = Self.value(firing, target.capability)
            else { continue }
            readings.append(ReplayedReading(target.device, target.capability, value, at: firing.at))
            if target.capability == .open, firing.value == nil {
                closings[firing.place] = firing.at + ReplayLimits.openFor
            }
        }
        return readings
    }

    private static func value(_ firing: ActivityHome.Firing, _ capability: Capability) -> ReadingValue? {
        switch (capability.kind, firing.value) {
        case (.event, nil), (.event, .state(true)): .happened
        case (.state, nil): .state(true)
        case (.state, .state(let isOn)): .state(isOn)
        case (.state, .number(let number)): .state(number != Quantity(thousandths: 0))
        case (.number, .number(let number)): .number(number)
        case (.event, _), (.number, _): nil
        }
    }
}

extension PlacedRecording {
    /// The devices of a home by the names of a recording's places: those that a map names, else the device whose
    /// name the place has. What a device tells is the capability that the map names, else its first that shows
    /// activity, else its first.
    ///
    /// - Returns: by place; nil where no device of the home stood.
    package static func targets(
        of places: [String], among devices: [Device], map: [String: (device: String, capability: Capability?)]
    ) -> [Target?] {
        places.map { place in
            let name = map[place]?.device ?? ReplayedHome.identifier(place)
            guard let device = devices.first(where: { $0.id.name == name }) else { return nil }
            let told = map[place]?.capability ?? device.capabilities.first(where: \.showsActivity)
                ?? device.capabilities.first
            return told.map { Target(device.id, $0) }
        }
    }
}
