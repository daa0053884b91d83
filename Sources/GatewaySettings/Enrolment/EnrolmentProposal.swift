package import DeviceProtocols
package import GatewayCore

/// A device as it would stand in the settings, and what it stands there for.
package struct EnrolmentProposal: Sendable {
    package enum Ground: Hashable, Sendable {
        /// Its bridge announces this model, which the profile names.
        case model(String)
        /// No profile names its model; this one is for every maker's device that tells this.
        case property(String)
        /// The profile reads this of what was heard.
        case heard([Capability])
        /// A person named it.
        case named
    }

    package var sender: HeardSender
    /// Nil where none fits, or several fit equally well.
    package var profile: DeviceProfile?
    package var ground: Ground?
    /// Those that fit equally well, where there are several.
    package var possible: [DeviceProfile] = []
    package var room: RoomID?

    /// - Parameters:
    ///   - announced: what its bridge announces of it.
    ///   - profiles: all that there are; of two with one name the first is taken.
    ///   - rooms: of the home; one is proposed where its name stands in the sender's.
    package init(
        _ sender: HeardSender, announced: AnnouncedDevice? = nil, profiles: [DeviceProfile], rooms: [Room] = []
    ) {
        self.sender = sender
        room = RoomGuess.room(in: sender.friendlyName ?? sender.name, among: rooms)
        if sender.dialect == .zigbee2mqtt {
            guard let announced, let choice = ProfileChoice(for: announced, among: profiles) else { return }
            profile = choice.profile
            switch choice.ground {
            case .model: ground = .model(announced.model ?? announced.modelID ?? "")
            case .property(let property): ground = .property(property)
            }
            return
        }
        let fits = ProfileFit.best(for: sender, among: profiles)
        guard let first = fits.first, fits.count == 1 else {
            possible = fits.map(\.profile)
            return
        }
        profile = first.profile
        ground = .heard(first.capabilities)
    }

    /// With the profile that a person named.
    ///
    /// - Returns: false when it is of another dialect than the sender.
    package mutating func take(_ named: DeviceProfile) -> Bool {
        guard named.dialect == sender.dialect else { return false }
        profile = named
        ground = .named
        possible = []
        return true
    }

    /// With what its profile reads of it: the keys of many senders mean nothing without.
    package var strength: HeardSender.Strength {
        guard case .heard(let capabilities)? = ground else { return sender.strength }
        let isPressed = capabilities.contains { [.helpCall, .buttonPress, .cancel].contains($0) }
        return isPressed ? .press : sender.strength
    }

    /// By what it would be known; nil without a profile, or where its messages lack what the profile names it by.
    package var address: EnrolledDevice.Address? {
        profile.flatMap { ProfileFit.address(of: $0, for: sender) }
    }
}
