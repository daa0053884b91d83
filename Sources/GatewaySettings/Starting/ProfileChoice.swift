internal import DeviceProtocols
internal import GatewayCore

/// Which profile fits an announced device.
struct ProfileChoice {
    enum Ground {
        /// The profile names the model.
        case model
        /// The profile is for any maker's device that tells this.
        case property(String)
    }

    var profile: DeviceProfile
    var ground: Ground

    /// Nil when no profile does. A button is only known by its model: the messages of one that calls for help are
    /// those of a light switch.
    init?(for device: AnnouncedDevice, among profiles: [DeviceProfile]) {
        let zigbee = profiles.filter { $0.dialect == .zigbee2mqtt }
        let names = [device.model, device.modelID].compactMap(\.self)
        for name in names {
            if let named = zigbee.first(where: { $0.models.contains(name) }) {
                self.init(profile: named, ground: .model)
                return
            }
        }
        // The one that explains most, and of those the one that promises least: a detector of smoke and carbon
        // monoxide is neither of the two alone.
        var most = (0, 0)
        var found: (profile: DeviceProfile, property: String)?
        for profile in zigbee where profile.maker == Self.anyMaker {
            guard let field = profile.fields.first, field.capability.kind == .state, field.path.hasPrefix("/"),
                device.properties.contains(String(field.path.dropFirst()))
            else { continue }
            let explained = device.properties.count { name in profile.fields.contains { $0.path == "/" + name } }
            let mine = (explained, -profile.fields.count)
            guard mine > most else { continue }
            most = mine
            found = (profile, String(field.path.dropFirst()))
        }
        if let found {
            self.init(profile: found.profile, ground: .property(found.property))
            return
        }
        return nil
    }

    private init(profile: DeviceProfile, ground: Ground) {
        self.profile = profile
        self.ground = ground
    }

    /// What profiles say that are not of one maker's model.
    private static let anyMaker = "several"
}
