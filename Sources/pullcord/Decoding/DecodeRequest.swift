import DeviceProtocols
import GatewayCore
import GatewaySettings

/// One line of `pullcord devices decode`, read and checked.
struct DecodeRequest {
    enum Subject {
        /// Pieces of a serial stream; `isStream` where they were given as such, and a list is the answer.
        case serial(DecodeProtocol, pieces: [[UInt8]], isStream: Bool, equipmentProfile: String?)
        case message(Convention, PublishedMessage)
    }

    struct Refusal: Error {
        var sentence: String
    }

    let subject: Subject

    init(_ line: DecodedValue) throws(Refusal) {
        guard case .object = line else { throw Refusal(sentence: "The line is JSON, but not an object.") }
        if let name = line["protocol"] {
            subject = try Self.serial(name, line)
        } else if let name = line["dialect"] ?? line["convention"] {
            subject = try Self.message(name, line)
        } else {
            let hints = line.members.compactMap { member in
                Suggestion.hint(for: member.name, among: ["protocol", "dialect"], otherwise: "")
            }
            let hint = hints.first { !$0.isEmpty }.map { "; \($0)" } ?? "."
            throw Refusal(sentence: "The line has neither `protocol` nor `dialect`\(hint)")
        }
    }

    // MARK: - Serial protocols

    private static func serial(_ name: DecodedValue, _ line: DecodedValue) throws(Refusal) -> Subject {
        let word = try text(name, "protocol")
        guard let known = DecodeProtocol(named: word) else {
            throw unknown("protocol", word, among: DecodeProtocol.names)
        }
        var eep: String?
        if let told = line["eep"], told != .null { eep = try text(told, "eep") }
        if let chunks = line["chunks_hex"] {
            guard case .list(let list) = chunks else {
                throw Refusal(sentence: "`chunks_hex` must be a list of texts.")
            }
            var pieces: [[UInt8]] = []
            for chunk in list { pieces.append(try bytes(try text(chunk, "chunks_hex"), "chunks_hex")) }
            return .serial(known, pieces: pieces, isStream: true, equipmentProfile: eep)
        }
        if let frame = line["frame_hex"] {
            let piece = try bytes(try text(frame, "frame_hex"), "frame_hex")
            return .serial(known, pieces: [piece], isStream: false, equipmentProfile: eep)
        }
        guard let frame = line["frame"] else {
            throw Refusal(sentence: "The line has none of `frame_hex`, `chunks_hex` and `frame`.")
        }
        var piece = Array(try text(frame, "frame").utf8)
        // Copied from a log, a line has lost its end.
        if known.speaksInLines, piece.last != UInt8(ascii: "\n") { piece.append(UInt8(ascii: "\n")) }
        return .serial(known, pieces: [piece], isStream: false, equipmentProfile: eep)
    }

    /// Blanks and colons between bytes are left out, as people copy them from logs.
    private static func bytes(_ text: String, _ member: String) throws(Refusal) -> [UInt8] {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ":") }
        guard digits.allSatisfy({ Hexadecimal.value(of: $0) != nil }) else {
            throw Refusal(sentence: "`\(member)` is not hexadecimal: its digits are 0 to 9 and a to f.")
        }
        guard let bytes = Hexadecimal.bytes(of: digits) else {
            throw Refusal(sentence: "`\(member)` has an odd number of hexadecimal digits.")
        }
        return bytes
    }

    // MARK: - MQTT

    private static func message(_ name: DecodedValue, _ line: DecodedValue) throws(Refusal) -> Subject {
        let word = try text(name, line["dialect"] == nil ? "convention" : "dialect")
        guard let convention = Convention(named: word) else {
            throw unknown("dialect", word, among: Convention.names)
        }
        guard let topic = line["topic"] else { throw Refusal(sentence: "The line has no `topic`.") }
        guard let payload = line["payload"] else { throw Refusal(sentence: "The line has no `payload`.") }
        var isRetained = false
        if let retain = line["retain"], retain != .null {
            guard case .flag(let flag) = retain else {
                throw Refusal(sentence: "`retain` must be true or false.")
            }
            isRetained = flag
        }
        let content: String =
            switch payload {
            case .text(let text): text
            case .null: ""
            default: payload.json
            }
        let place = try text(topic, "topic")
        do throws(PublishedMessage.Refusal) {
            return .message(
                convention, try PublishedMessage(topic: place, payload: Array(content.utf8), isRetained: isRetained))
        } catch {
            throw Refusal(sentence: error.sentence)
        }
    }

    // MARK: - Words

    private static func text(_ value: DecodedValue, _ member: String) throws(Refusal) -> String {
        guard case .text(let text) = value else { throw Refusal(sentence: "`\(member)` must be a text.") }
        return text
    }

    private static func unknown(_ what: String, _ word: String, among names: [String]) -> Refusal {
        let shown = String(word.unicodeScalars.prefix(40).map { $0.value < 0x20 ? "?" : Character($0) })
        let hint = Suggestion.hint(for: word, among: names, otherwise: "known are " + names.joined(separator: ", "))
        return Refusal(sentence: "There is no \(what) `\(shown)`" + (hint.map { "; \($0)" } ?? "."))
    }
}
