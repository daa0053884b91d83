import DeviceProtocols
import GatewayCore

/// Answers lines about devices that nobody has enrolled. Each line stands alone, but for what announcements
/// (Home Assistant's discovery, Homie's descriptions, statestream's attributes) teach about later lines.
struct StrangeDevices {
    private var reader = StatementReader()
    private var count = 0
    /// Whether a line so far was not valid.
    private(set) var hasRefused = false

    mutating func answer(_ line: InputLines.Line) -> DecodeAnswer {
        count += 1
        var answer = DecodeAnswer(line: count)
        switch line {
        case .tooLong: answer.reason = "The line is longer than \(InputLines.longest) bytes."
        case .bytes(let bytes): read(bytes, into: &answer)
        }
        if answer.reason != nil { hasRefused = true }
        return answer
    }

    private mutating func read(_ bytes: [UInt8], into answer: inout DecodeAnswer) {
        guard let value = DecodedValue(json: bytes) else {
            answer.reason = bytes.isEmpty ? "The line is empty." : "The line is not JSON, or is nested too deeply."
            return
        }
        answer.id = value["id"]
        do throws(DecodeRequest.Refusal) {
            switch try DecodeRequest(value).subject {
            case .message(let convention, let message): read(message, convention, into: &answer)
            case .serial(let named, let pieces, let isStream, let eep):
                hear(named, pieces, isStream: isStream, eep, into: &answer)
            }
        } catch {
            answer.reason = error.sentence
        }
    }

    private mutating func read(
        _ message: PublishedMessage, _ convention: Convention, into answer: inout DecodeAnswer
    ) {
        answer.form = convention.rawValue
        do throws(StatementRefusal) {
            let list = try reader.read(message, as: convention)
            answer.decoded = message.value
            answer.statements = list.statements
            answer.device = list.device
            answer.remarks = list.remarks
        } catch {
            answer.reason = error.sentence
        }
    }

    /// A meter's stream is summed up before its telegrams, which are long.
    private static func several(
        _ frames: [DecodedValue], _ form: SerialConnection.SerialProtocol
    ) -> DecodedValue {
        guard form == .dsmr else { return .list(frames) }
        return .object([
            .init("telegrams", .integer(Int64(frames.count))),
            .init("telegram_headers", .list(frames.map { $0["header"] ?? .null })),
            .init("frames", .list(frames)),
        ])
    }

    private func hear(
        _ named: DecodeProtocol, _ pieces: [[UInt8]], isStream: Bool, _ eep: String?, into answer: inout DecodeAnswer
    ) {
        let (outcome, form) = named.hear(pieces, equipmentProfile: eep)
        answer.form = form.rawValue
        guard !outcome.frames.isEmpty else {
            answer.reason = outcome.refusals.first ?? "There is no whole frame in it."
            return
        }
        let frames = outcome.frames.map(\.decoded)
        answer.decoded = isStream || frames.count > 1 ? Self.several(frames, form) : frames[0]
        let list = FrameStatements.read(outcome.frames, as: form, isProfileGiven: eep != nil)
        answer.statements = list.statements
        answer.device = list.device
        answer.remarks = Array(outcome.refusals.prefix(16))
        if let eep, !Self.isUsed(eep, in: frames) {
            answer.remarks.append("No frame was read by the profile in `eep`: it is not known, or not of this kind.")
        }
    }

    /// In any case of its letters, and with a direction or without.
    private static func isUsed(_ eep: String, in frames: [DecodedValue]) -> Bool {
        guard let profile = EquipmentProfile.find(eep)?.profile else { return false }
        return frames.contains { $0["eep"] == DecodedValue.text(profile.name) }
    }
}
