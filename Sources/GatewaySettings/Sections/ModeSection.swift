internal import GatewayCore

// `modes`: when it is night by itself, and how long each mode lasts where nobody says.
extension SettingsBuilder {
    func readModes() {
        guard let table = root.modes else { return }
        if let settings = table.night {
            night = settings.window
            stays[.night] = settings.stay
            settings.finish()
        }
        readStay(.away, table.away)
        readStay(.holiday, table.holiday)
        readStay(.visitors, table.visitors)
        table.finish()
    }

    private func readStay(_ mode: HomeMode, _ table: Table<StayShape>?) {
        guard let table else { return }
        stays[mode] = table.stay
        table.finish()
    }
}
