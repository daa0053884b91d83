package import GatewayCore

/// How to read a recorded table: which column says what, and which device stood at which place.
///
///     columns: {home: patient_id, place: location_name, time: date, value: state}
///     zone: Europe/London
///     places:
///       Front Door: front-door
///       Fridge Door: {device: fridge, capability: open}
package struct RecordingMap: Hashable, Sendable {
    package struct Target: Hashable, Sendable {
        package var device: String
        /// Nil for what the device tells first of all.
        package var capability: Capability?

        package init(device: String, capability: Capability? = nil) {
            self.device = device
            self.capability = capability
        }
    }

    /// Nil where all lines are of one home.
    package var home: String?
    package var place: String?
    package var time: String?
    package var value: String?
    /// The time zone of the table's clock; nil for that of the home.
    package var zone: String?
    /// By place, as the table names it.
    package var places: [String: Target] = [:]

    /// One that says nothing.
    package init() {}

    /// - Returns: nil beside at least one error.
    package static func read(
        _ path: String, files: any SettingsFiles = DiskFiles()
    ) -> (map: RecordingMap?, problems: [Problem]) {
        let reading = Reading(files: files, root: path, credentialsFolder: nil)
        var map = RecordingMap()
        if let value = reading.document(path, from: nil),
            let table = Table(value, RecordingShape.declared, what: "the map", in: reading)
        {
            if let columns = table.columns {
                map.home = columns.home
                map.place = columns.placeName
                map.time = columns.time
                map.value = columns.value
                columns.finish()
            }
            map.zone = table.zone
            if let pair = table.places { map.readPlaces(pair.value, reading) }
            table.finish()
        }
        return (reading.log.hasErrors ? nil : map, reading.log.sorted())
    }

    private mutating func readPlaces(_ value: Value, _ reading: Reading) {
        guard let pairs = value.pairs, pairs.count <= SettingsLimits.listItems else {
            reading.log.error(
                .wrongForm, value.place, "`places` is no map of at most \(SettingsLimits.listItems) places to devices",
                hint: "`Front Door: front-door`, or `Front Door: {device: front-door, capability: open}`")
            return
        }
        for pair in pairs {
            guard pair.value.pairs != nil else {
                let device = reading.text(pair.value, name: pair.key, limit: SettingsLimits.nameLength)
                if let device { places[pair.key] = Target(device: device) }
                continue
            }
            guard
                let table = Table(
                    pair.value, RecordingShape.target, what: "place `\(pair.key)`", place: pair.keyPlace, in: reading)
            else { continue }
            let device = table.device
            let capability = table.capability
            table.finish()
            if let device { places[pair.key] = Target(device: device, capability: capability) }
        }
    }
}
