import DeviceProtocols
import GatewayCore

/// Short ways to write fields.
extension ProfileField {
    static func event(
        _ capability: Capability, topic: String? = nil, _ path: String = "", _ when: Literal...
    ) -> ProfileField {
        ProfileField(topic: topic, path: path, capability: capability, meaning: .happens(when: when))
    }

    static func state(
        _ capability: Capability, topic: String? = nil, _ path: String = "", on: Literal = .flag(true),
        off: Literal = .flag(false)
    ) -> ProfileField {
        ProfileField(topic: topic, path: path, capability: capability, meaning: .state(on: [on], off: [off]))
    }

    static func number(_ capability: Capability, topic: String? = nil, _ path: String = "") -> ProfileField {
        ProfileField(
            topic: topic, path: path, capability: capability, meaning: .number(scaleThousandths: 1_000))
    }

    /// The same, changed.
    func with(_ change: (inout ProfileField) -> Void) -> ProfileField {
        var field = self
        change(&field)
        return field
    }

    func only(_ path: String, _ literal: Literal) -> ProfileField {
        with { $0.guards.append(FieldGuard(path: path, equals: [literal])) }
    }
}

extension DeviceProfile {
    static func of(_ dialect: Dialect, _ fields: ProfileField...) -> DeviceProfile {
        DeviceProfile(
            id: "sample", title: "Sample", maker: "Any", dialect: dialect, fields: fields,
            identity: dialect == .rtl433 ? ["/model", "/id"] : [])
    }
}

extension SampleHome {
    /// A home with one device that publishes at or below a topic.
    init(_ profile: DeviceProfile, at topic: String, bridge: BridgeID? = nil, output: BridgeOutput = .json) {
        self.init(
            [
                EnrolledDevice(
                    id: DeviceID("device"), intake: Self.broker, bridge: bridge, address: .topic(topic),
                    profile: profile, output: output)
            ],
            bridges: bridge.map {
                [
                    IntakeFormat.BridgeTopic(
                        bridge: $0, baseTopic: "base", dialect: profile.dialect, stateTopic: "base/here")
                ]
            } ?? [])
    }
}

extension SampleHome {
    /// What a device at "b" says by one message.
    static func words(_ profile: DeviceProfile, _ topic: String, _ payload: String) -> [String] {
        var home = SampleHome(profile, at: "b")
        return home.publish(topic, payload).words
    }
}
