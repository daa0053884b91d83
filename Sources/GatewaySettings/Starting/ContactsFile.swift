/// `contacts.yaml` of a new home: one contact who is told of everything, as a start.
struct ContactsFile {
    private(set) var lines = SettingsLines()

    var text: String { lines.text }

    init(_ proposal: Proposal) {
        let answers = proposal.answers
        let contact = MadeName.name(from: answers.contact) ?? "responder"
        lines.add(
            """
            # Who is told, over what, and what they may learn. `shares` is all that leaves the home towards them.

            channels:
              desk:                       # a responder desk: https://… for each that is not on this machine
                webhook:
            """, indent: 0)
        lines.add("url", answers.deskURL, indent: 6)
        lines.add("secret: !secret \(SecretsFile.deskSecret)", indent: 6)
        lines.add("answer_url: http://127.0.0.1:8490   # where the desk reaches this home's pages", indent: 6)
        lines.add(
            """
              # A receiving centre, with what it gives you:
              # centre:
              #   dc09: {host: 192.0.2.7, port: 12000, account: "1234", key: !secret centre_key}

            contacts:
            """, indent: 0)
        lines.add("\(contact):", indent: 2)
        lines.add("name", answers.contact, indent: 4)
        lines.add(
            """
            channels: [desk]
            shares: [name, address, room, story]   # and `access` (the key safe), `readings`
            """, indent: 4)
        lines.add(
            """

            # A ladder of rungs: tell these, wait so long for somebody to take it, next rung. After the last one again
            # from the top, for as long as nobody has taken it. One contact is a start: who is called when they sleep?
            escalations:
              emergency:
                rungs:
                  - {tell: [\(contact)], wait: 1m}
                repeat: {after: 2m, limit: 15m}
              daytime:
                rungs:
                  - {tell: [\(contact)], wait: 1h}
                repeat: {after: 4h, limit: 12h}

            priorities:
              emergency: {escalation: emergency, acknowledgement_holds: 30m}
              urgent: {escalation: emergency, acknowledgement_holds: 2h}
              concern: {escalation: daytime, acknowledgement_holds: 24h}
              fault: {escalation: daytime, acknowledgement_holds: 24h}
            """, indent: 0)
    }
}
