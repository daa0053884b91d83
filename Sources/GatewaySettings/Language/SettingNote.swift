/// What there is to know about a setting without reading it.
struct SettingNote: Sendable {
    enum Need: Sendable {
        /// It must be there; the hint helps whoever left it out.
        case required(hint: String?)
        case optional
        /// Left out it is this; nil for what only words can say: "the profile's".
        case usual(SchemaValue?, words: String)
        /// Declared only so that its refusal can be explained.
        case refused
    }

    /// The key: "acknowledgement_holds".
    var name: String
    var form: Form
    var need = Need.optional
    /// A sentence or two, as they stand in the documentation and in an editor.
    var summary: String

    /// Every key by which it can stand there: a secret also as the path of a file.
    var keys: [String] {
        if case .secret = form { return [name, name + "_file"] }
        return [name]
    }

    var isRequired: Bool {
        if case .required = need { return true }
        return false
    }

    /// Its default can be written where it is left out.
    var isSpelt: Bool {
        if case .usual(_?, _) = need { return true }
        return false
    }

    var isRefused: Bool {
        if case .refused = need { return true }
        return false
    }
}
