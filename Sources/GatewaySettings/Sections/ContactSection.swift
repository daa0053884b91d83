internal import GatewayCore

// `contacts`: whom to tell, over what, and what they may learn.
extension SettingsBuilder {
    func readContacts() {
        for entry in root.contacts {
            guard let table = entry.table(in: reading) else { continue }
            let name = table.name ?? entry.id
            let ways = table.channels ?? []
            let shares = sharedData(table)
            let commits = table.commits
            table.finish()
            let contact = Contact(
                id: ContactID(entry.id), name: name, channels: ways.map { ChannelID($0.id) }, shares: shares,
                acceptanceAcknowledges: commits)
            contacts.append(Named(thing: contact, place: entry.place))
            if commits { checkCommitment(contact, at: table.place(of: "acceptance_acknowledges")) }
        }
    }

    /// A web server's answer says that bytes arrived. Only a receiving centre's receiver can stand for people.
    private func checkCommitment(_ contact: Contact, at place: Place) {
        let hasReceiver = channels.contains { channel in
            guard contact.channels.contains(channel.thing.id), case .dc09 = channel.thing.connection else {
                return false
            }
            return true
        }
        guard !hasReceiver else { return }
        reading.log.warning(
            .acceptanceOfNobody, place,
            "contact `\(contact.id)` has no receiver of a receiving centre, so nobody stands behind its acceptance",
            hint: "leave it out, and let a person acknowledge")
    }

    private func sharedData(_ table: Table<ContactShape>) -> SharedData {
        guard let texts = table.shares else { return .standard }
        var shares: SharedData = []
        for (text, place) in texts {
            if let kind = SharedData.names.first(where: { $0.0 == text }) {
                shares.insert(kind.1)
            } else {
                reading.log.error(
                    .unknownWord, place, "unknown kind of data `\(text)`",
                    hint: Suggestion.hint(for: text, among: SharedData.names.map(\.0)))
            }
        }
        return shares
    }
}
