internal import GatewayCore

// `modes`: when it is night by itself, and how long each mode lasts where nobody says.
extension SettingsBuilder {
    func readModes() {
        guard let table = root.table("modes") else { return }
        for mode in HomeMode.allCases where mode != .home {
            guard let settings = table.table(mode.rawValue) else { continue }
            if mode == .night {
                night = settings.pair("window").flatMap { reading.window($0.value, name: "window") }
            }
            stays[mode] = settings.duration("stay", SettingsLimits.stays)
            settings.finish()
        }
        table.finish()
    }
}
