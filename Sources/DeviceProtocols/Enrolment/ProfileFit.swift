package import GatewayCore

/// A profile that reads what a sender said, found by letting it read.
package struct ProfileFit: Sendable {
    package var profile: DeviceProfile
    /// What it read, each once.
    package var capabilities: [Capability]
    private var unmapped: Int

    /// The profiles of the sender's dialect that explain most of what it said: several where they explain it
    /// equally well, none where none explains anything. Where the sender tells its model, a profile must name it
    /// or name none.
    package static func best(for sender: HeardSender, among profiles: [DeviceProfile]) -> [ProfileFit] {
        var best: [ProfileFit] = []
        for profile in profiles where profile.dialect == sender.dialect {
            if let model = sender.model, !profile.models.isEmpty, !profile.models.contains(model) { continue }
            guard let fit = ProfileFit(profile, sender) else { continue }
            if let first = best.first {
                if fit.score < first.score { continue }
                if fit.score > first.score { best = [] }
            }
            best.append(fit)
        }
        return best
    }

    /// By what a device of this profile is known that says what the sender said; nil where its messages lack what
    /// the profile names it by.
    package static func address(of profile: DeviceProfile, for sender: HeardSender) -> EnrolledDevice.Address? {
        switch sender.form {
        case .serial(.jsonLines): return .line(sender.name)
        case .serial: return .frame(sender.name)
        case .mqtt:
            guard let newest = sender.arrivals.last else { return nil }
            guard !profile.identity.isEmpty else {
                let isBelow = newest.address.split(separator: "/").starts(with: sender.name.split(separator: "/"))
                let isPrefixed = profile.dialect == .tasmota
                return .topic(isBelow || isPrefixed ? sender.name : newest.address)
            }
            return SharedTopic.identity(profile.identity, in: newest.bytes).map { identity in
                .message(topic: newest.address, identity: identity)
            }
        }
    }

    /// More of what was said; then less that is left unread; then the profile that promises less.
    private var score: (Int, Int, Int) {
        let alarms = capabilities.count { $0.isAlarmClass || $0.kind == .event }
        return (capabilities.count + alarms, -unmapped, -profile.fields.count)
    }

    private init?(_ profile: DeviceProfile, _ sender: HeardSender) {
        guard let address = Self.address(of: profile, for: sender) else { return nil }
        let device = EnrolledDevice(
            id: DeviceID("newcomer"), intake: sender.intake, bridge: sender.bridge, address: address, profile: profile)
        var decoder = ArrivalDecoder(
            formats: [IntakeFormat(intake: sender.intake, form: sender.form)], enrolled: [device])
        self.profile = profile
        capabilities = []
        unmapped = 0
        for arrival in sender.arrivals {
            let decoded = decoder.decode(arrival)
            unmapped += decoded.unmapped
            for reading in decoded.readings where !capabilities.contains(reading.capability) {
                capabilities.append(reading.capability)
            }
        }
        // Of what every radio frame and every battery says no profile is known.
        let isTold = capabilities.contains { ![.signalLevel, .linkQuality, .battery, .batteryLow].contains($0) }
        guard isTold else { return nil }
    }
}
