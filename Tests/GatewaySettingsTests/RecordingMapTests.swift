import GatewayCore
import GatewaySettings
import Testing

/// How a recorded table is to be read.
struct RecordingMapTests {
    private func read(_ text: String) -> (map: RecordingMap?, problems: [Problem]) {
        let files = ["map.yaml": FileContent(bytes: Array(text.utf8))]
        return RecordingMap.read("map.yaml", files: SettingsCopy(root: "map.yaml", files: files))
    }

    @Test func `columns, zone and places are read`() throws {
        let (found, problems) = read(
            """
            columns: {home: flat, place: where, time: when, value: what}
            zone: Europe/Paris
            places:
              Front Door: front-door
              Fridge: {device: fridge, capability: open}
            """)
        let map = try #require(found, "\(problems.map { $0.render() })")
        #expect([map.home, map.place, map.time, map.value] == ["flat", "where", "when", "what"])
        #expect(map.zone == "Europe/Paris")
        #expect(map.places["Front Door"] == RecordingMap.Target(device: "front-door"))
        #expect(map.places["Fridge"] == RecordingMap.Target(device: "fridge", capability: .open))
    }

    @Test(arguments: [
        ("column: {place: x}\n", "unknown key `column` in the map"),
        ("columns: {plaec: x}\n", "unknown key `plaec` in `columns` of the map"),
        ("places: [a]\n", "`places` is no map of at most 1000 places to devices"),
        ("places: {Hall: {capability: motion}}\n", "place `Hall` has no `device`"),
        ("places: {Hall: {device: hall, capability: moton}}\n", "unknown capability `moton`"),
    ])
    func `what is wrong is said with its place`(_ text: String, _ message: String) {
        let (map, problems) = read(text)
        #expect(map == nil)
        #expect(problems.map(\.message).contains(message), "\(problems.map { $0.render() })")
        #expect(problems.allSatisfy { $0.file == "map.yaml" && $0.line > 0 })
    }
}
