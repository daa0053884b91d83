import GatewayCore

/// A gateway with one device, to which the samples of its profile come.
struct SampleBench {
    struct Unfit: Error {
        /// "is not …"
        var sentence: String
    }

    private static let intake = IntakeID("sample")
    private static let bridge = BridgeID("sample")
    private static let base = "zigbee2mqtt/sample"
    /// When the first sample arrives; readings do not depend on it.
    private static let start = Moment(
        boot: BootTime(nanoseconds: 1_000_000_000), wall: WallTime(milliseconds: 1_767_225_600_000),
        quality: .synchronised)

    private let profile: DeviceProfile
    private var decoder: ArrivalDecoder
    private var moment = SampleBench.start

    init(_ profile: DeviceProfile, for sample: ProfileSample) throws(Unfit) {
        self.profile = profile
        let format: IntakeFormat.Form
        let address: EnrolledDevice.Address
        if !profile.dialect.isMQTT {
            let heard = try Self.heard(try Self.bytes(sample, profile), profile.dialect)
            format = .serial(heard.serialProtocol)
            address = .frame(heard.identity)
        } else {
            format = .mqtt(bridges: [.init(bridge: Self.bridge, baseTopic: "zigbee2mqtt")])
            address = profile.identity.isEmpty ? .topic(Self.base) : try Self.message(sample, profile)
        }
        let device = EnrolledDevice(
            id: DeviceID("sample"), intake: Self.intake,
            bridge: profile.dialect == .zigbee2mqtt ? Self.bridge : nil, address: address, profile: profile)
        // Stored messages are old: they come when they say that they were made.
        if let clock = profile.clock,
            let value = SharedTopic.values([clock.path], in: Array(sample.payload.utf8)).first,
            let time = value.flatMap({ ReportedTime.wallTime($0, clock.form) })
        {
            moment.wall = time
        }
        decoder = ArrivalDecoder(formats: [IntakeFormat(intake: Self.intake, form: format)], enrolled: [device])
    }

    mutating func take(_ sample: ProfileSample) throws(Unfit) -> DecodedArrival {
        if let pause = sample.follows {
            moment.boot = moment.boot + pause
            moment.wall = moment.wall + pause
        }
        return decoder.decode(
            Arrival(
                intake: Self.intake, address: topic(of: sample), bytes: try Self.bytes(sample, profile),
                moment: moment, isRetained: sample.isRetained, isAlarmClass: false))
    }

    private func topic(of sample: ProfileSample) -> String {
        guard profile.dialect.isMQTT, profile.identity.isEmpty else { return Self.base }
        guard sample.topicSuffix.isEmpty else { return Self.base + sample.topicSuffix }
        let topics = ProfilePlan(profile).topics.map(\.topic)
        let usual = topics.first { $0 == profile.dialect.mainTopic } ?? topics.first ?? ""
        let relative = sample.topic ?? usual
        return profile.dialect.topic(relative, of: Self.base)
    }

    private static func message(_ sample: ProfileSample, _ profile: DeviceProfile) throws(Unfit)
        -> EnrolledDevice.Address
    {
        guard let identity = SharedTopic.identity(profile.identity, in: Array(sample.payload.utf8)) else {
            throw Unfit(sentence: "does not say which device it is from.")
        }
        return .message(topic: base, identity: identity)
    }

    // MARK: - Frames

    /// The first protocol of the dialect in which a device is heard, and by what it is known there.
    private static func heard(
        _ bytes: [UInt8], _ dialect: Dialect
    ) throws(Unfit) -> (serialProtocol: SerialConnection.SerialProtocol, identity: String) {
        for serialProtocol in dialect.serialProtocols {
            guard var stream = serialProtocol.stream else { continue }
            let frames = stream.take(bytes, at: start).frames + stream.finish(at: start).frames
            if let identity = frames.lazy.compactMap(\.identities.last).first { return (serialProtocol, identity) }
        }
        let what =
            switch dialect {
            case .rfxtrx: "RFXtrx packet of a device"
            case .enOcean: "EnOcean frame of a device"
            default: "frame of a device that speaks \(dialect.rawValue)"
            }
        throw Unfit(sentence: "is not one whole \(what).")
    }

    /// Frames are written in pairs of hexadecimal digits, with blanks between them as one likes; those of
    /// protocols that are text as the lines that they are.
    private static func bytes(_ sample: ProfileSample, _ profile: DeviceProfile) throws(Unfit) -> [UInt8] {
        switch profile.dialect {
        case .rfxtrx, .enOcean, .cms50: break
        case .mysensors, .rflink, .dsmr, .lines:
            let lines = sample.payload.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            return Array((lines.joined(separator: "\r\n") + (lines.last == "" ? "" : "\r\n")).utf8)
        default: return Array(sample.payload.utf8)
        }
        let digits = sample.payload.utf8.filter { $0 != UInt8(ascii: " ") }
        guard !digits.isEmpty, let bytes = Hexadecimal.bytes(of: digits) else {
            throw Unfit(sentence: "is not written in pairs of hexadecimal digits.")
        }
        return bytes
    }
}
