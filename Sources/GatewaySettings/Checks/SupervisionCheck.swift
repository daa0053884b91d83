internal import DeviceProtocols
internal import GatewayCore

// Devices whose death nobody would notice.
extension SettingsBuilder {
    /// A device that never reports by itself is allowed when its own settings say so: then somebody knows.
    func checkSupervision() {
        var spoken: Set<String> = []
        if case .map(let pairs) = root.pairs["devices"]?.value.content {
            for pair in pairs where pair.value.at("supervision") != nil { spoken.insert(pair.key) }
        }
        for device in enrolled where !spoken.contains(device.thing.id.name) {
            guard let known = devices[device.thing.id], known.supervision == .none, known.visitor == nil else {
                continue
            }
            reading.log.warning(
                .unsupervised, device.place,
                "device `\(known.id)` is not supervised: nobody would notice that it is dead",
                hint: "if it reports by itself, add `supervision: {silent_after: 50h}`; if not, "
                    + "`{test_press_every: 30d}` asks for a press, and `none` says that you know")
        }
    }
}
