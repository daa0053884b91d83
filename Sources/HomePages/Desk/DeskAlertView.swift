import GatewayCore

/// What the template shows of one alert.
///
/// No name here may also be one of `DeskView`: a value that is nil is looked for in what surrounds it.
struct DeskAlertView: Sendable {
    /// A name and what goes with it.
    struct Fact: Sendable {
        var name: String
        var text: String
        /// Whether to say how long ago it was, with `at` in milliseconds since 1970.
        var ago = false
        var at: Int64 = 0
        var words = ""
    }

    struct Line: Sendable {
        var clock: String
        var line: String
    }

    struct Choice: Sendable {
        var value: String
        var label: String
        var isChosen: Bool
    }

    var id: String
    var version: Int
    var state: String
    /// How a new one is announced: "now", "soon", or not at all.
    var loud: String
    var priority: PriorityView
    var isTest: Bool
    var stateWord: String
    var sentence: String
    var facts: [Fact]
    var answer: [FormResultView]
    var canAnswer: Bool
    var cannotAnswer: Bool
    var isRaised: Bool
    var acknowledgeWord: String
    /// Whether the closing form opens by itself, because it did not get through.
    var reopen: Bool
    var outcomes: [Choice]
    var draft: String
    var noteCharacters = PageLimits.noteCharacters
    var hasStory: Bool
    var story: [Line]
    var hasReadings: Bool
    var readings: [Line]

    init(_ alert: DeskAlert, now: WallTime, zone: ZoneTable) {
        let message = alert.message
        func cut(_ text: String) -> String {
            text.count <= PageLimits.deskTextCharacters ? text : text.prefix(PageLimits.deskTextCharacters) + "…"
        }
        id = alert.key
        version = alert.version
        state = message.state
        loud = alert.hasEnded || alert.isTaken ? "" : message.priority == .emergency ? "now" : "soon"
        priority = PriorityView(message.priority)
        isTest = message.isTest
        stateWord = cut(Self.stateWord(message))
        sentence = cut(message.sentence)
        facts = Self.facts(of: alert, now: now, zone: zone).map { fact in
            var fact = fact
            fact.text = cut(fact.text)
            return fact
        }
        answer = alert.answer.map { [FormResultView(words: $0.sentence, failed: $0.failed)] } ?? []
        canAnswer = alert.links != nil && !alert.hasEnded
        cannotAnswer = alert.links == nil && !alert.hasEnded
        isRaised = !alert.isTaken
        acknowledgeWord = alert.isTaken ? "I am on it too" : "I take it"
        let failed = alert.answer.flatMap { $0.failed ? $0 : nil }
        reopen = failed.map { $0.outcome != nil || $0.note != nil } ?? false
        outcomes = OutcomeChoice.all.map { choice in
            Choice(value: choice.value, label: choice.label, isChosen: choice.value == failed?.outcome)
        }
        draft = failed?.note ?? ""
        story = message.story.suffix(PageLimits.deskLines).map { line in
            Line(clock: line.at.shown(in: zone, near: now), line: cut(line.text))
        }
        readings = message.evidence.suffix(PageLimits.deskLines).map { reading in
            let value = [reading.value, reading.unit].compactMap(\.self).joined(separator: " ")
            return Line(clock: reading.at.shown(in: zone, near: now), line: cut("\(reading.what): \(value)"))
        }
        hasReadings = !readings.isEmpty
        hasStory = !story.isEmpty || hasReadings
    }

    private static func stateWord(_ message: AlertMessage) -> String {
        switch message.state {
        case "pending": "The person can still cancel it"
        case "raised": "Nobody has taken it yet"
        case "acknowledged": message.acknowledgedBy.map { "Taken by \($0)" } ?? "Taken"
        case "closed": message.outcome.map { "Closed: \($0.title)" } ?? "Closed"
        case "cancelled": "Cancelled by the person"
        default: message.state
        }
    }

    private static func facts(of alert: DeskAlert, now: WallTime, zone: ZoneTable) -> [Fact] {
        let message = alert.message
        func time(_ name: String, _ at: WallTime) -> Fact {
            Fact(
                name: name, text: at.shown(in: zone, near: now), ago: true, at: at.milliseconds,
                words: "(\((now - at).inWords) ago)"
            )
        }
        let place = [message.room, message.address].compactMap(\.self).joined(separator: ", ")
        let optional: [Fact?] = [
            message.resident.map { Fact(name: "Who", text: $0) },
            Fact(name: "Where", text: place.isEmpty ? "Home \(message.home)" : place),
            Fact(name: "What", text: message.about.title),
            time("Happened", message.happened),
            alert.late.map { late in
                let since = message.kind == .raised ? "after it happened" : "later than it should have been"
                return Fact(name: "Late", text: "Sent \(late.inWords) \(since)")
            },
            message.occurrences > 1 ? Fact(name: "Again", text: "\(message.occurrences) times so far") : nil,
            message.access.map { Fact(name: "Getting in", text: $0) },
            message.clock == .unsynchronised
                ? Fact(name: "Clock", text: "The home's clock was not set; its times may be wrong") : nil,
            message.alsoTold.isEmpty
                ? nil : Fact(name: "Told as well", text: message.alsoTold.joined(separator: ", ")),
        ]
        return optional.compactMap(\.self)
    }
}
