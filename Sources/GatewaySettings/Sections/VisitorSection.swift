internal import GatewayCore

// `visitors`: carers and others who come and go.
extension SettingsBuilder {
    func readVisitors() {
        for entry in root.visitors {
            guard let visitor = visitor(entry) else { continue }
            home.visitors.append(visitor)
        }
    }

    /// `nurse: The nurse`, or `nurse: {name: The nurse, stay: 1h}`.
    private func visitor(_ entry: Entry<VisitorShape>) -> Visitor? {
        let id = VisitorID(entry.id)
        guard case .map = entry.value.content else {
            return reading.text(entry.value, name: entry.id, limit: SettingsLimits.nameLength)
                .map { Visitor(id: id, name: $0) }
        }
        guard let table = entry.table(in: reading) else { return nil }
        let name = table.name
        let stay = table.stay
        table.finish()
        return name.map { Visitor(id: id, name: $0, stay: stay) }
    }
}
