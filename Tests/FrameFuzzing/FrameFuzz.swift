package import DeviceProtocols
package import GatewayCore
internal import Glibc

/// Feeds spoilt frames and noise to the decoder as an intake would, and counts what comes of it.
///
/// Two help buttons are enrolled: `present`, whose presses are in the stream among everything else, and
/// `absent`, which nobody sends.
package struct FrameFuzz {
    package struct Report: Sendable {
        package var frames = 0
        package var bytes = 0
        package var refused = 0
        package var readings = 0
        /// Help calls of the button that is in the stream, and how many whole frames of it there were.
        package var heard = 0
        package var sent = 0
        /// Help calls of the button that is not.
        package var invented = 0
        /// Whether at some time more was heard than had been sent.
        package var isOverheard = false
        package var slowest = Duration.zero

        /// What is wrong, in sentences. Empty if all is well.
        package var faults: [String] {
            var faults: [String] = []
            if invented > 0 { faults.append("\(invented) help calls of a button that sent nothing.") }
            if isOverheard { faults.append("More help calls than whole frames of them.") }
            if heard == 0, sent > 0 { faults.append("\(sent) presses were sent and none was heard.") }
            return faults
        }
    }

    private static let intake = IntakeID("fuzz")
    private var random: FuzzRandom
    private var boot = BootTime(nanoseconds: 60_000_000_000)
    private(set) var report = Report()

    private init(seed: UInt64) {
        random = FuzzRandom(seed: seed)
    }

    /// - Parameter progress: called after each hundredth of the frames.
    package static func run(
        _ serial: SerialConnection.SerialProtocol, frames: Int, seed: UInt64, progress: (Report) -> Void = { _ in }
    ) -> Report {
        var fuzz = FrameFuzz(seed: seed)
        fuzz.feed(serial, frames, progress)
        return fuzz.report
    }

    /// The dialects that come over a broker.
    package static var dialects: [Dialect] {
        Dialect.allCases.filter(\.isMQTT)
    }

    package static func run(
        _ dialect: Dialect, messages: Int, seed: UInt64, progress: (Report) -> Void = { _ in }
    ) -> Report {
        var fuzz = FrameFuzz(seed: seed)
        fuzz.feed(dialect, messages, progress)
        return fuzz.report
    }

    // MARK: - Serial

    private mutating func feed(
        _ serial: SerialConnection.SerialProtocol, _ frames: Int, _ progress: (Report) -> Void
    ) {
        var oracle = PressOracle(serial)
        var decoder = ArrivalDecoder(
            formats: [IntakeFormat(intake: Self.intake, form: .serial(serial))],
            enrolled: oracle == nil ? [] : Self.buttons(serial))
        let corpus = FuzzCorpus.frames(of: serial.rawValue)
        for frame in 1...frames {
            let bytes = random.piece(from: corpus)
            let pause = random.pause()
            // Some frames come in two pieces.
            let cut = random.below(3) == 0 ? random.below(bytes.count) : 0
            for piece in [Array(bytes.prefix(cut)), Array(bytes.dropFirst(cut))] where !piece.isEmpty {
                oracle?.take(piece)
                report.sent = oracle?.count ?? 0
                decode(piece, address: Self.intake.name, &decoder)
                boot = boot + .milliseconds(random.below(5))
            }
            boot = boot + pause
            report.frames = frame
            if frame.isMultiple(of: max(1, frames / 100)) { progress(report) }
        }
    }

    private static func buttons(_ serial: SerialConnection.SerialProtocol) -> [EnrolledDevice] {
        switch serial.rawValue {
        case "rfxtrx":
            let profile = profile(.rfxtrx, "status", .integer(6))
            return [
                button("present", .frame("20:08:0a2b3c"), profile), button("absent", .frame("20:08:77e1d4"), profile),
            ]
        case "enocean":
            let profile = profile(.enOcean, "EB", .integer(1), eep: "F6-02-01")
            return [button("present", .frame("00298979"), profile), button("absent", .frame("77e1d493"), profile)]
        default:
            let profile = profile(.json, "/action", .text("emergency"))
            return [button("present", .line("present"), profile), button("absent", .line("absent"), profile)]
        }
    }

    // MARK: - Messages

    private mutating func feed(_ dialect: Dialect, _ messages: Int, _ progress: (Report) -> Void) {
        let profile = Self.profile(dialect, "/action", .text("emergency"))
        let base = "zigbee2mqtt/"
        var decoder = ArrivalDecoder(
            formats: [
                IntakeFormat(
                    intake: Self.intake,
                    form: .mqtt(bridges: [.init(bridge: BridgeID("bridge"), baseTopic: "zigbee2mqtt")]))
            ],
            enrolled: [
                Self.button("present", .topic(base + "present"), profile),
                Self.button("absent", .topic(base + "absent"), profile),
            ])
        let own = dialect.topic(dialect.mainTopic ?? "", of: base + "present")
        let suffixes = ["", "", "", "", "/action", "/availability", "/set", "/state", "/\u{0}"]
        for message in 1...messages {
            let bytes = random.piece(from: FuzzCorpus.messages)
            let topic: String
            switch random.below(10) {
            case 0: topic = base + "bridge/state"
            case 1: topic = String(decoding: random.bytes(random.below(40)), as: UTF8.self)
            default: topic = own + random.one(of: suffixes)
            }
            if String(decoding: bytes, as: UTF8.self).contains("emergency") { report.sent += 1 }
            decode(bytes, address: topic, isRetained: random.below(8) == 0, &decoder)
            boot = boot + random.pause()
            report.frames = message
            if message.isMultiple(of: max(1, messages / 100)) { progress(report) }
        }
    }

    // MARK: - Parts

    private mutating func decode(
        _ bytes: [UInt8], address: String, isRetained: Bool = false, _ decoder: inout ArrivalDecoder
    ) {
        let wall = WallTime(milliseconds: 1_795_368_600_000) + (boot - BootTime(nanoseconds: 60_000_000_000))
        let arrival = Arrival(
            intake: Self.intake, address: address, bytes: bytes,
            moment: Moment(boot: boot, wall: wall, quality: .synchronised), isRetained: isRetained,
            isAlarmClass: true)
        let start = Self.processorTime()
        let decoded = decoder.decode(arrival)
        report.slowest = max(report.slowest, Self.processorTime() - start)
        report.bytes += bytes.count
        report.refused += decoded.undecodableCount
        report.readings += decoded.readings.count
        for reading in decoded.readings where reading.capability == .helpCall {
            if reading.device == DeviceID("present") { report.heard += 1 } else { report.invented += 1 }
        }
        if report.heard > report.sent { report.isOverheard = true }
    }

    private static func profile(
        _ dialect: Dialect, _ path: String, _ press: ProfileField.Literal, eep: String? = nil
    ) -> DeviceProfile {
        DeviceProfile(
            id: "button", title: "Button", maker: "Any", dialect: dialect, eep: eep,
            fields: [ProfileField(path: path, capability: .helpCall, meaning: .happens(when: [press]))],
            repeatWithin: .zero)
    }

    private static func button(
        _ name: String, _ address: EnrolledDevice.Address, _ profile: DeviceProfile
    ) -> EnrolledDevice {
        let bridge: BridgeID? = profile.dialect == .zigbee2mqtt ? BridgeID("bridge") : nil
        return EnrolledDevice(id: DeviceID(name), intake: intake, bridge: bridge, address: address, profile: profile)
    }

    /// What this thread has used, so that a busy machine makes no frame slow.
    private static func processorTime() -> Duration {
        var time = timespec()
        // It cannot fail for the clock of a thread that runs.
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
}
