import Simulation

/// A scenario with where it stands and what people call it.
struct TestedScenario {
    var file: String
    var name: String
    var entry: ScenarioFile.Entry

    /// Without a name of its own it has its file's.
    init(file: String, entry: ScenarioFile.Entry) {
        self.file = file
        self.entry = entry
        let fileName = file.split(separator: "/").last.map(String.init) ?? file
        let plain = fileName.hasSuffix(".scenario") ? String(fileName.dropLast(".scenario".count)) : fileName
        name = entry.scenario.name ?? plain
    }
}
