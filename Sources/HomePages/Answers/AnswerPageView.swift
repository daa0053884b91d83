import GatewayCore

/// What the template of an answer page shows.
struct AnswerPageView: Sendable {
    var title: String
    var script = false
    var sentence: String
    var priority: PriorityView
    var isTest: Bool
    /// How it stands, as a sentence.
    var standing: String
    var state: String
    /// What came of the form just sent; none on a first look.
    var result: [FormResultView]
    var canAcknowledge: Bool
    var canClose: Bool
    /// The link's path, to which the forms add their verb.
    var path: String
    var outcomes: [OutcomeChoice]
    var noteCharacters = PageLimits.noteCharacters

    init(_ view: AnswerView, path: String, result: String = "", failed: Bool = false) {
        title = "\(view.priority.title): please answer"
        sentence = view.sentence
        priority = PriorityView(view.priority)
        isTest = view.isTest
        standing = Self.standing(view)
        state = view.state.name
        self.result = result.isEmpty ? [] : [FormResultView(words: result, failed: failed)]
        // Acknowledging one that another has taken is allowed: it says "I am on it too".
        canAcknowledge = view.state.isOpen
        canClose = view.state.isOpen
        self.path = path
        outcomes = OutcomeChoice.all
    }

    static func standing(_ view: AnswerView) -> String {
        switch view.state {
        case .pending: return "The person can still cancel it. You will be told when it is raised."
        case .raised: return "Nobody has taken it yet."
        case .acknowledged: return "\(view.acknowledgedBy ?? "Somebody") has taken it."
        case .closed(let closure): return "It is closed: \(closure.outcome.title)."
        case .cancelled: return "The person cancelled it."
        }
    }
}
