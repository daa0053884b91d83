/// One line of a scenario as its words, read from left to right.
struct ScenarioLine {
    struct Word {
        var text: String
        /// From 1, in characters.
        var column: Int
        /// It stood in quotation marks, which are no part of it.
        var isQuoted = false
    }

    let number: Int
    private var words: [Word] = []
    private var place = 0
    private let end: Int

    /// A comma is a word of its own; what stands in quotation marks is one word; what follows `#` is a comment.
    init(_ text: some StringProtocol, number: Int) {
        self.number = number
        var column = 0
        // Of the word at hand, which grows in place: a word may be as long as the text.
        var written = ""
        var begins = 0
        var isQuoted = false
        func isOpen() -> Bool { isQuoted || !written.isEmpty }
        func take() -> Word {
            defer {
                written = ""
                isQuoted = false
            }
            return Word(text: written, column: begins, isQuoted: isQuoted)
        }
        for character in text {
            column += 1
            if isQuoted {
                if character == "\"" { words.append(take()) } else { written.append(character) }
                continue
            }
            if !isOpen() { begins = column }
            if character == "\"", !isOpen() {
                isQuoted = true
                continue
            }
            if character == "#" { break }
            if character == "," || character.isWhitespace {
                if isOpen() { words.append(take()) }
                if character == "," { words.append(Word(text: ",", column: column)) }
            } else {
                written.append(character)
            }
        }
        // Quotation marks that do not end are a part of the word, and so of what is wrong.
        if isOpen() {
            let last = take()
            words.append(last.isQuoted ? Word(text: "\"" + last.text, column: last.column) : last)
        }
        end = column + 1
    }

    var isEmpty: Bool { words.isEmpty }
    var isAtEnd: Bool { place == words.count }
    /// The next word without taking it.
    var next: String? { place < words.count ? words[place].text : nil }
    /// The one after the next.
    var afterNext: String? { place + 1 < words.count ? words[place + 1].text : nil }
    /// The next word stands in quotation marks.
    var isNextQuoted: Bool { place < words.count && words[place].isQuoted }

    mutating func take() -> Word? {
        guard place < words.count else { return nil }
        place += 1
        return words[place - 1]
    }

    /// Takes the next words when they are these.
    mutating func take(_ expected: String...) -> Bool {
        guard words[place...].prefix(expected.count).map(\.text) == expected else { return false }
        place += expected.count
        return true
    }

    /// A problem at the next word, or at the line's end.
    func problem(_ cause: String, _ suggestion: String? = nil) -> ScenarioProblem {
        ScenarioProblem(
            line: number, column: place < words.count ? words[place].column : end, cause: cause, suggestion: suggestion)
    }

    /// A problem at the word that was taken last.
    func problemBefore(_ cause: String, _ suggestion: String? = nil) -> ScenarioProblem {
        let column = place > 0 ? words[place - 1].column : 1
        return ScenarioProblem(line: number, column: column, cause: cause, suggestion: suggestion)
    }
}
