internal import GatewayCore

// `visitors`: carers and others who come and go.
extension SettingsBuilder {
    func readVisitors() {
        for entry in entries("visitors", of: "visitor", limit: SettingsLimits.visitors) {
            guard let visitor = visitor(entry) else { continue }
            home.visitors.append(visitor)
        }
    }

    /// `nurse: The nurse`, or `nurse: {name: The nurse, stay: 1h}`.
    private func visitor(_ entry: Table.Entry) -> Visitor? {
        let id = VisitorID(entry.id)
        guard case .map = entry.value.content else {
            return reading.text(entry.value, name: entry.id, limit: SettingsLimits.nameLength)
                .map { Visitor(id: id, name: $0) }
        }
        guard let table = table(entry, of: "visitor") else { return nil }
        let name = table.text("name", required: true, hint: "as responders know them: `name: the morning carer`")
        let stay = table.duration("stay", SettingsLimits.visits)
        table.finish()
        guard let name else { return nil }
        return stay.map { Visitor(id: id, name: name, stay: $0) } ?? Visitor(id: id, name: name)
    }
}
