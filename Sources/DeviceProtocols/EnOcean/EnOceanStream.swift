package import GatewayCore

/// EnOcean over ESP3 as a stream.
///
/// Identities are the sender in lower-case hexadecimal: "01825dab". What profiles can name, of telegrams that
/// are no teach-in and whose kind is that of the device's EEP:
/// - each shortcut of the EEP: measured values in the EEP's unit (`TMP`), choices by their raw number (`CO`,
///   `PIR`), bits of the status as 0 and 1 (`T21`, `NU`); not those that the telegram says are not available, or
///   whose number is beyond the range that measures
/// - the raw bytes `data0` (the last), `data1` …, by EnOcean's own numbering
///
/// and of every telegram `dbm`, where the interface tells it.
package struct EnOceanStream: SerialStream {
    /// What is tried where nobody says which EEP a one-byte sender has.
    private static let candidates = ["F6-02-01", "F6-05-01", "F6-05-02", "F6-10-00"]
    /// As EnOcean numbers them; the longest telegrams have 14.
    private static let rawPaths = (0..<14).map { "data\($0)" }

    private var framer = ESP3Framer()
    private var profiles: [String: String]

    /// - Parameter profileOf: by sender ("01825dab"), the EEP that it was enrolled with. One that is not known
    ///   is like none.
    package init(profileOf profiles: [String: String] = [:]) {
        self.profiles = profiles
    }

    package mutating func learn(profile: String, of identity: String) {
        profiles[identity] = profile
    }

    package mutating func continueFrom(_ old: any SerialStream) {
        if let old = old as? Self { framer = old.framer }
    }

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome {
        outcome(framer.take(bytes, at: moment))
    }

    package mutating func finish(at moment: Moment) -> StreamOutcome {
        outcome(framer.finish(at: moment))
    }

    private func outcome(_ taken: ESP3Framer.Taken) -> StreamOutcome {
        var outcome = StreamOutcome()
        let reasons = [
            (taken.garbage, "Bytes that are no EnOcean frame, or whose header's checksum is wrong, were skipped."),
            (taken.damaged, "The checksum of an EnOcean frame's data is wrong."),
            (taken.torn, "An EnOcean frame ended before its end."),
        ]
        for (count, sentence) in reasons {
            outcome.refusals += Array(repeating: sentence, count: count)
        }
        for found in taken.packets {
            if let frame = frame(found.packet, at: found.moment) {
                outcome.frames.append(frame)
            } else {
                outcome.refusals.append("An EnOcean telegram holds what its kind does not allow.")
            }
        }
        return outcome
    }

    private func frame(_ packet: ESP3Packet, at moment: Moment) -> DeviceFrame? {
        var description = EnOceanDescription(packet)
        guard packet.type == 1 else {
            let content: DeviceFrame.Content =
                EnOceanInterface(packet).map { .interface(.enOcean($0)) } ?? .answer
            return DeviceFrame(moment: moment, content: content, decoded: description.value)
        }
        guard let telegram = EnOceanTelegram(packet) else { return nil }
        description.say(telegram)
        var values: [(path: String, value: Scalar)] = []
        if let dBm = telegram.dBm, dBm > -255 { values.append(("dbm", .number(Double(dBm)))) }
        if let (profile, direction) = profile(of: telegram) {
            let fields = profile.fields(in: telegram.data, direction: direction)
            let found = fields.compactMap { field in
                field.raw(in: telegram.data, status: telegram.status).map { (field: field, raw: $0) }
            }
            if telegram.teachIn?.profile == nil { description.say("eep", .text(profile.name)) }
            if let direction { description.say("direction", .integer(Int64(direction))) }
            description.say("values", .object(found.map { .init($0.field.shortcut, $0.field.described($0.raw)) }))
            if telegram.teachIn == nil {
                values += found.filter { $0.field.isTold($0.raw, in: telegram.data) }
                    .map { ($0.field.shortcut, Self.scalar($0.field, $0.raw)) }
                values += zip(Self.rawPaths, telegram.data.reversed()).map { ($0, .number(Double($1))) }
            }
        } else if telegram.kind == .rps {
            description.say("candidates", .list(Self.candidates.map { .text($0) }))
        }
        let content: DeviceFrame.Content
        switch telegram.kind {
        case .smartLearnAnswer, .smartReclaim, .system: content = .answer
        default: content = telegram.teachIn == nil ? .device : .teachIn
        }
        return DeviceFrame(
            moment: moment, content: content, identities: content == .answer ? [] : [telegram.identity],
            values: values,
            // Without the status, in which repeaters count.
            signature: Array([[telegram.rorg], telegram.data, telegram.sender].joined()),
            sameWithin: DecodingLimits.enOceanRepeats, decoded: description.value)
    }

    /// By what a telegram is read: the sender's own profile where it is of this kind, else the only one there is
    /// for contacts. A teach-in without a profile of its own says nothing that could be read.
    private func profile(of telegram: EnOceanTelegram) -> (EquipmentProfile, direction: Int?)? {
        if let named = profiles[telegram.identity].flatMap(EquipmentProfile.find),
            named.profile.rorg == telegram.rorg
        {
            return (named.profile, named.direction)
        }
        guard telegram.kind == .oneByte, telegram.teachIn == nil else { return nil }
        return EquipmentProfile.find("D5-00-01").map { ($0.profile, $0.direction) }
    }

    private static func scalar(_ field: EEPField, _ raw: Int) -> Scalar {
        if case .status = field.kind { return .bit(raw != 0) }
        return .number(field.measured(raw) ?? Double(raw))
    }
}
