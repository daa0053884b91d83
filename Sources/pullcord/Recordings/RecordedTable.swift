import ArgumentParser
import GatewayCore
import GatewaySettings
import Simulation

/// How a recorded table is to be read: the map file, and what the command line says before it.
struct RecordedTable: ParsableArguments {
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp("What the columns and places of a table are; see docs/REPLAY.md.", valueName: "file"))
    var mapFile: String?

    @Option(help: "The column with the home.") var homeColumn: String?
    @Option(help: "The column with the sensor's place.") var placeColumn: String?
    @Option(help: "The column with the local time, 2019-06-28 13:03:29.") var timeColumn: String?
    @Option(help: "The column with a value: on or off, open or closed, a number.") var valueColumn: String?

    /// - Returns: nil beside at least one problem.
    func map() -> (map: RecordingMap?, problems: [Problem]) {
        guard let mapFile else { return (RecordingMap(), []) }
        return RecordingMap.read(mapFile)
    }

    /// The columns: of the command line, else of the map, else those of TIHM.
    func columns(_ map: RecordingMap) -> ActivityColumns {
        let isMapped = map.place != nil || map.time != nil
        return ActivityColumns(
            home: homeColumn ?? map.home ?? (isMapped ? nil : ActivityColumns.tihm.home),
            place: placeColumn ?? map.place ?? ActivityColumns.tihm.place,
            time: timeColumn ?? map.time ?? ActivityColumns.tihm.time, value: valueColumn ?? map.value)
    }
}

/// The law of a zone's clocks: recordings of the past need that of their time.
func recordedZone(named name: String) -> ZoneTable? {
    name == ZoneTable.london.name ? .london : SystemZones.table(named: name)
}
