/// One device of a dialect in the home of `DialectTests`, and what it says when somebody needs help.
struct DialectDevice: Sendable {
    struct Message: Sendable {
        var topic: String
        var payload: String

        init(_ topic: String, _ payload: String) {
            self.topic = topic
            self.payload = payload
        }
    }

    /// Its name in the home, and that of its rule.
    var id: String
    /// `button` for an event, `detector` for a state.
    var isButton: Bool
    /// A profile that is shipped, or the dialect and the fields of one of this home.
    var profile: Profile
    /// More of its settings: "topic: shellies/x".
    var settings: String
    /// What it says, as often as real ones do.
    var calls: [Message]
    /// It, or its bridge, is gone.
    var gone: Message?
    /// What is gone then, in the words of the fault.
    var missing = ""

    enum Profile: Sendable {
        case shipped(String)
        case own(dialect: String, field: String, message: String, tells: String)
    }

    var profileName: String {
        switch profile {
        case .shipped(let name): name
        case .own: "own-\(id)"
        }
    }

    /// The file of its own profile, where it has one.
    var profileText: String? {
        guard case .own(let dialect, let field, let message, let reading) = profile else { return nil }
        return """
            version: 1
            id: \(profileName)
            title: The \(id)
            maker: self-built
            dialect: \(dialect)
            fields:
              - \(field)
            supervision: none
            samples:
              - {\(message), expect: {\(reading)}}

            """
    }

    var line: String { "\(id): {profile: \(profileName), name: the \(id), \(settings)}" }

    var rule: String {
        isButton
            ? "\(id): {kind: help_call, devices: [\(id)], pre_alert: 0s}" : "\(id): {kind: hazard, devices: [\(id)]}"
    }
}
