import DeviceProtocols
import GatewayCore

/// A home's devices and a clock, for feeding a decoder.
struct SampleHome {
    static let broker = IntakeID("broker")
    static let radio = IntakeID("radio")
    static let line = IntakeID("line")
    static let enOcean = IntakeID("enocean")
    static let zigbee = BridgeID("zigbee")
    /// 2026-11-22T17:30:00Z.
    static let start = WallTime(milliseconds: 1_795_368_600_000)

    var decoder: ArrivalDecoder
    var boot = BootTime(nanoseconds: 60_000_000_000)
    var quality = ClockQuality.synchronised

    init(_ devices: [EnrolledDevice]) {
        decoder = ArrivalDecoder(
            formats: [
                IntakeFormat(
                    intake: Self.broker,
                    form: .mqtt(bridges: [.init(bridge: Self.zigbee, baseTopic: "zigbee2mqtt")])),
                IntakeFormat(intake: Self.radio, form: .serial(.rfxtrx)),
                IntakeFormat(intake: Self.line, form: .serial(.jsonLines)),
                IntakeFormat(intake: Self.enOcean, form: .serial(.enOcean)),
            ], enrolled: devices)
    }

    var moment: Moment {
        Moment(boot: boot, wall: Self.start + (boot - BootTime(nanoseconds: 60_000_000_000)), quality: quality)
    }

    mutating func wait(_ duration: Duration) {
        boot = boot + duration
    }

    mutating func publish(
        _ topic: String, _ payload: String, retained: Bool = false, redelivered: Bool = false
    ) -> DecodedArrival {
        publish(topic, Array(payload.utf8), retained: retained, redelivered: redelivered)
    }

    mutating func publish(
        _ topic: String, _ bytes: [UInt8], retained: Bool = false, redelivered: Bool = false
    ) -> DecodedArrival {
        decoder.decode(
            Arrival(
                intake: Self.broker, address: topic, bytes: bytes, moment: moment, isRetained: retained,
                isRedelivered: redelivered, isAlarmClass: false))
    }

    mutating func receive(_ intake: IntakeID, _ bytes: [UInt8]) -> DecodedArrival {
        decoder.decode(
            Arrival(intake: intake, address: intake.name, bytes: bytes, moment: moment, isAlarmClass: true))
    }

    mutating func receive(_ intake: IntakeID, hex: String) -> DecodedArrival {
        receive(intake, bytes(hex))
    }
}

/// "0820004d" as bytes.
func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).compactMap { offset in
        let start = hex.index(hex.startIndex, offsetBy: offset)
        return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16)
    }
}

extension DecodedArrival {
    /// "help_call", "open true restated", "battery 87": what it says, one line each.
    var words: [String] {
        readings.map { reading in
            let value =
                switch reading.value {
                case .happened: ""
                case .state(let state): " \(state)"
                case .number(let quantity): " \(quantity)"
                }
            let freshness = reading.freshness == .live ? "" : " \(reading.freshness.rawValue)"
            return reading.capability.rawValue + value + freshness
        }
    }

    var events: [Capability] { readings.filter { $0.value == .happened }.map(\.capability) }
}
