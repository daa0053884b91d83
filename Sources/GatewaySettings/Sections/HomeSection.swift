internal import GatewayCore

// `home`, `residents`, `rooms`: where it is and who lives there.
extension SettingsBuilder {
    func readHome(zone: (String) -> ZoneTable?, zoneNames: () -> [String]) {
        guard
            let table = root.table(
                "home", required: true, hint: "home: {id: flat-12, name: 12 Mill Lane, zone: Europe/London}")
        else { return }
        if let id = table.text("id", required: true, hint: "a name that never changes, such as `flat-12`") {
            if !IdentifierForm.isWellFormed(id) {
                reading.log.error(
                    .badName, table.place(of: "id"), "`\(id)` cannot be the home's id: ids are \(IdentifierForm.rule)",
                    hint: IdentifierForm.repaired(id).map { "for instance `\($0)`" })
            }
            home.id = id
        }
        home.name = table.text("name", required: true, hint: "as responders know it: `name: 12 Mill Lane`") ?? home.id
        home.address = table.text("address", limit: SettingsLimits.textLength)
        home.hasPets = table.flag("pets") ?? false
        home.access = table.text("access", limit: SettingsLimits.textLength)
        if let name = table.text("zone", required: true, hint: "the time zone, such as `zone: Europe/London`") {
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
        for entry in entries("residents", of: "resident", limit: SettingsLimits.residents) {
            guard let name = shortName(entry, of: "resident") else { continue }
            home.residents.append(Resident(id: ResidentID(entry.id), name: name))
        }
    }

    func readRooms() {
        for entry in entries("rooms", of: "room", limit: SettingsLimits.rooms) {
            guard let name = shortName(entry, of: "room") else { continue }
            home.rooms.append(Room(id: RoomID(entry.id), name: name))
        }
    }

    /// `margaret: Margaret`, or `margaret: {name: Margaret}`.
    private func shortName(_ entry: Table.Entry, of kind: String) -> String? {
        if case .map = entry.value.content {
            guard let table = table(entry, of: kind) else { return nil }
            let name = table.text("name", required: true)
            table.finish()
            return name
        }
        return reading.text(entry.value, name: entry.id, limit: SettingsLimits.nameLength)
    }
}
