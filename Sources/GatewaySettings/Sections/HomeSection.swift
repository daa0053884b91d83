internal import GatewayCore

// `home`, `residents`, `rooms`: where it is and who lives there.
extension SettingsBuilder {
    func readHome(zone: (String) -> ZoneTable?, zoneNames: () -> [String]) {
        guard let table = root.home else { return }
        if let id = table.id {
            if !IdentifierForm.isWellFormed(id) {
                reading.log.error(
                    .badName, table.place(of: "id"), "`\(id)` cannot be the home's id: ids are \(IdentifierForm.rule)",
                    hint: IdentifierForm.repaired(id).map { "for instance `\($0)`" })
            }
            home.id = id
        }
        home.name = table.name ?? home.id
        home.address = table.address
        home.hasPets = table.pets
        home.access = table.access
        if let name = table.zone {
            if let found = zone(name) {
                home.zone = found
            } else {
                let names = zoneNames()
                let otherwise =
                    names.isEmpty
                    ? "this machine knows no time zones: install tzdata" : "zones are named like `Europe/London`"
                reading.log.error(
                    .unknownZone, table.place(of: "zone"), "there is no time zone `\(name)`",
                    hint: Suggestion.hint(for: name, among: names, otherwise: otherwise))
            }
        }
        table.finish()
    }

    func readResidents() {
        for entry in root.residents {
            guard let name = shortName(entry) else { continue }
            home.residents.append(Resident(id: ResidentID(entry.id), name: name))
        }
    }

    func readRooms() {
        for entry in root.rooms {
            guard let name = shortName(entry) else { continue }
            home.rooms.append(Room(id: RoomID(entry.id), name: name))
        }
    }

    /// `margaret: Margaret`, or `margaret: {name: Margaret}`.
    private func shortName(_ entry: Entry<NameShape>) -> String? {
        if case .map = entry.value.content {
            guard let table = entry.table(in: reading) else { return nil }
            let name = table.name
            table.finish()
            return name
        }
        return reading.text(entry.value, name: entry.id, limit: SettingsLimits.nameLength)
    }
}
