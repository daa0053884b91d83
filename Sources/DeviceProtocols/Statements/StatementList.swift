/// What one message says, as it is being read.
package struct StatementList: Hashable, Sendable {
    /// Who speaks, in the form in which it would be enrolled; nil where the message does not tell.
    package var device: String?
    /// Who says what follows, where several speak in turn.
    var speaker: String?
    package private(set) var statements: [Statement] = []
    /// What a person should know beside the statements, in whole sentences.
    package private(set) var remarks: [String] = []
    private let isRetained: Bool

    package init(isRetained: Bool) {
        self.isRetained = isRetained
    }

    mutating func state(_ capability: String, _ isOn: Bool?, source: String? = nil) {
        guard let isOn else { return }
        add(Statement(capability, .flag(isOn), kind: .state, source: source))
    }

    mutating func state(_ capability: String, text: String, source: String? = nil) {
        add(Statement(capability, .text(text), kind: .state, source: source))
    }

    mutating func number(
        _ capability: String, _ value: DecodedValue?, unit: String? = nil, source: String? = nil
    ) {
        guard let numeral = value?.numeral else { return }
        add(Statement(capability, numeral, unit: unit, kind: .number, source: source))
    }

    mutating func event(
        _ capability: String, _ value: DecodedValue, source: String? = nil, count: DecodedValue? = nil
    ) {
        guard !isRetained else {
            remark("The message is retained: an event in it is a copy of what was, and counts as none.")
            return
        }
        add(Statement(capability, value, kind: .event, source: source, count: count))
    }

    /// A press; the empty text and null are none.
    mutating func press(_ value: DecodedValue?, source: String? = nil, count: DecodedValue? = nil) {
        guard let text = value?.text, !text.isEmpty else { return }
        event("button.press", .text(text), source: source, count: count)
    }

    mutating func available(_ isOnline: Bool?, bridge: Bool = false) {
        state(bridge ? "bridge.available" : "device.available", isOnline)
    }

    mutating func remark(_ sentence: String) {
        guard remarks.count < DecodingLimits.sentences, !remarks.contains(sentence) else { return }
        remarks.append(sentence)
    }

    mutating func add(_ statement: Statement) {
        guard statements.count < DecodingLimits.statements else { return }
        var statement = statement
        if speaker != device { statement.device = speaker }
        statements.append(statement)
    }

    /// Celsius from Fahrenheit, to a thousandth.
    static func celsius(_ fahrenheit: DecodedValue?) -> DecodedValue? {
        guard let number = fahrenheit?.number else { return nil }
        return DecodedValue(number: (((number - 32) * 5 / 9) * 1_000).rounded() / 1_000)
    }
}
