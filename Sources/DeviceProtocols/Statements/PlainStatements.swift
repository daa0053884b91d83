/// A JSON object that follows no convention: members are read whose names have one meaning wherever they stand.
enum PlainStatements {
    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        list.device = message.topic
        read(message.members, into: &list)
    }

    static func read(_ members: [DecodedValue.Member], into list: inout StatementList) {
        for member in members {
            if let quantity = MemberNames.plain[member.name] {
                quantity.state(member.value, into: &list)
            } else if ["action", "button", "click"].contains(member.name) {
                list.press(member.value)
            }
        }
    }
}
