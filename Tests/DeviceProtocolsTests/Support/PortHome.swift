import DeviceProtocols
import GatewayCore

/// One serial port with the devices that are heard there.
struct PortHome {
    private static let port = IntakeID("port")

    private var decoder: ArrivalDecoder
    private var boot = BootTime(nanoseconds: 60_000_000_000)

    /// - Parameter devices: each by its address, which is its name, too.
    init(_ serialProtocol: SerialConnection.SerialProtocol, _ devices: [String: DeviceProfile]) {
        decoder = ArrivalDecoder(
            formats: [IntakeFormat(intake: Self.port, form: .serial(serialProtocol))],
            enrolled: devices.sorted { $0.key < $1.key }.map { address, profile in
                EnrolledDevice(
                    id: DeviceID(address), intake: Self.port, address: .frame(address), profile: profile)
            })
    }

    mutating func wait(_ duration: Duration) {
        boot = boot + duration
    }

    mutating func receive(_ bytes: [UInt8]) -> DecodedArrival {
        let start = BootTime(nanoseconds: 60_000_000_000)
        let moment = Moment(boot: boot, wall: SampleHome.start + (boot - start), quality: .synchronised)
        return decoder.decode(
            Arrival(intake: Self.port, address: "port", bytes: bytes, moment: moment, isAlarmClass: true))
    }

    mutating func receive(_ text: String) -> DecodedArrival { receive(Array(text.utf8)) }
}

extension DeviceProfile {
    /// Fields by path: events happen at a text, states are true at it, numbers are taken as they are.
    static func fields(_ dialect: Dialect, _ fields: [(String, Capability, ProfileField.Literal?)]) -> DeviceProfile {
        DeviceProfile(
            id: "p", title: "P", maker: "M", dialect: dialect,
            fields: fields.map { path, capability, literal in
                let meaning: ProfileField.Meaning =
                    switch capability.kind {
                    case .event: .happens(when: literal.map { [$0] } ?? [])
                    case .state: .state(on: literal.map { [$0] } ?? [.flag(true)], off: [.flag(false)])
                    case .number: .number(scaleThousandths: 1_000)
                    }
                return ProfileField(path: path, capability: capability, meaning: meaning)
            })
    }
}
