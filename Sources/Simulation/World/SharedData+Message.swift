internal import GatewayCore

extension SharedData {
    /// What a message holds, looked at from outside: in a field of its own or, for where the home is and how to
    /// get in, anywhere in its words.
    static func told(in message: AlertMessage, of home: Home) -> SharedData {
        var told: SharedData = []
        let texts = [message.sentence] + message.story.map(\.text) + (message.also ?? []).map(\.sentence)
        func isHeld(_ words: String?) -> Bool { words.map { words in texts.contains { $0.contains(words) } } ?? false }
        if message.resident != nil { told.insert(.name) }
        if message.address != nil || isHeld(home.address) { told.insert(.address) }
        if message.room != nil { told.insert(.room) }
        if message.access != nil || isHeld(home.access) { told.insert(.access) }
        if !message.evidence.isEmpty { told.insert(.readings) }
        if !message.story.isEmpty { told.insert(.story) }
        return told
    }
}
