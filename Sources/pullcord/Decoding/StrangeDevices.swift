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
        answer.decoded = isStream || frames.count > 1 ? .list(frames) : frames[0]
        let list = FrameStatements.read(outcome.frames, as: form, isProfileGiven: eep != nil)
        answer.statements = list.statements
        answer.device = list.device
        answer.remarks = Array(outcome.refusals.prefix(16))
        if let eep, !outcome.frames.contains(where: { $0.decoded["eep"] == .text(eep) }) {
            answer.remarks.append("No frame was read by the profile in `eep`: it is not known, or not of this kind.")
        }
    }
}
