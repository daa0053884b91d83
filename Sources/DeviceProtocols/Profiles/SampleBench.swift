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
        if let serial = profile.dialect.serialProtocol {
            format = .serial(serial)
            address = .frame(try Self.identity(of: try Self.bytes(sample, profile), serial))
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

    private static func identity(
        of bytes: [UInt8], _ serial: SerialConnection.SerialProtocol
    ) throws(Unfit) -> String {
        guard var stream = serial.stream else { throw Unfit(sentence: "is not a frame.") }
        let frames = stream.take(bytes, at: start).frames + stream.finish(at: start).frames
        for frame in frames where frame.content == .device {
            if let identity = frame.identities.last { return identity }
        }
        let name = serial == .rfxtrx ? "RFXtrx packet" : "\(serial.rawValue) frame"
        throw Unfit(sentence: "is not one whole \(name) of a device.")
    }

    /// Frames are written in pairs of hexadecimal digits, with blanks between them as one likes; those of
    /// protocols that are read by people as the line that they are.
    private static func bytes(_ sample: ProfileSample, _ profile: DeviceProfile) throws(Unfit) -> [UInt8] {
        guard profile.dialect.serialProtocol != nil else { return Array(sample.payload.utf8) }
        let digits = sample.payload.filter { $0 != " " }.map(\.hexDigitValue)
        if digits.contains(nil) { return Array((sample.payload + "\r\n").utf8) }
        guard !digits.isEmpty, digits.count.isMultiple(of: 2) else {
            throw Unfit(sentence: "is not written in pairs of hexadecimal digits.")
        }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            bytes.append(UInt8((digits[index] ?? 0) << 4 | (digits[index + 1] ?? 0)))
        }
        return bytes
    }
}
