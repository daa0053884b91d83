/// The words by which the devices and bridges of a dialect say whether they are there.
struct AvailabilityWords: Sendable {
    enum Form: Sendable {
        /// A word, or `{"state":"online"}`.
        case stateObject
        case word
        /// `true`, or `{"value":true}`.
        case value
    }

    var form: Form
    var present: [String]
    var absent: [String]
    /// Words that say neither.
    var neither: [String] = []

    init(_ dialect: Dialect) {
        switch dialect {
        case .zigbee2mqtt, .homeAssistant, .rtl433, .openMQTTGateway, .esphome, .rfxtrx, .enOcean, .mysensors, .rflink,
            .dsmr, .cms50, .lines, .json:
            self.init(form: dialect == .zigbee2mqtt ? .stateObject : .word, present: ["online"], absent: ["offline"])
        case .tasmota: self.init(form: .word, present: ["Online"], absent: ["Offline"])
        case .shellyGen1, .shellyGen2: self.init(form: .word, present: ["true"], absent: ["false"])
        case .zwaveJSUI: self.init(form: .value, present: ["true"], absent: ["false"])
        // A sleeping device is there; `alert` (Homie 4) is a device that needs help and can say so.
        case .homie:
            self.init(
                form: .word, present: ["ready", "sleeping", "alert"], absent: ["lost", "disconnected"],
                neither: ["init"])
        }
    }

    private init(form: Form, present: [String], absent: [String], neither: [String] = []) {
        self.form = form
        self.present = present
        self.absent = absent
        self.neither = neither
    }

    /// What a message says; nil for neither. An empty one, as of a topic that was cleared, says nothing.
    func isPresent(_ bytes: [UInt8], _ reader: JSONReader) throws(Unclear) -> Bool? {
        if bytes.isEmpty, form != .stateObject { return nil }
        let text = bytes.count <= DecodingLimits.wordBytes ? String(validating: bytes, as: UTF8.self) : nil
        if let text, let known = meaning(of: text) { return known.isPresent }
        do {
            switch form {
            case .word: break
            case .stateObject:
                if let state = try reader.state(bytes), let known = meaning(of: state) { return known.isPresent }
            case .value: if let flag = try reader.flag(bytes) { return flag }
            }
        } catch {
            throw Unclear(sentence: error.sentence)
        }
        throw Unclear(sentence: "The availability is neither \(present[0]) nor \(absent[0]).")
    }

    struct Unclear: Error {
        var sentence: String
    }

    private struct Meaning {
        var isPresent: Bool?
    }

    private func meaning(of word: String) -> Meaning? {
        if present.contains(word) { return Meaning(isPresent: true) }
        if absent.contains(word) { return Meaning(isPresent: false) }
        return neither.contains(word) ? Meaning(isPresent: nil) : nil
    }
}
