import ArgumentParser
import Foundation
import GatewayCore
import GatewayDaemon
import GatewaySettings
import Simulation

/// Brings a recording and the settings together into homes that can be lived again.
struct ReplaySource {
    let path: String
    let table: RecordedTable
    /// The settings, and those to compare with; empty for packs alone.
    let settings: [String]
    let profiles: String
    let packs: [String]
    /// Devices are made of the recording's places, in place of those of the settings.
    let makesHomes: Bool
    /// Nil for all.
    let home: String?

    private(set) var badLines = 0

    init(
        path: String, table: RecordedTable, settings: [String], profiles: String, packs: [String], makesHomes: Bool,
        home: String?
    ) {
        self.path = path
        self.table = table
        self.settings = settings
        self.profiles = profiles
        self.packs = packs
        self.makesHomes = makesHomes
        self.home = home
    }

    /// - Throws: the exit code, when the reason has been said.
    mutating func lives() throws -> [RecordedLife] {
        if path != "-", LedgerRecording.exists(at: path) { return [try ledgerLife()] }
        let (map, problems) = table.map()
        for problem in problems { Output.complain(problem.render()) }
        guard let map else { throw Self.end(.configuration) }
        return makesHomes ? try madeHomes(map) : [try enrolledHome(map)]
    }

    // MARK: - A ledger

    private func ledgerLife() throws -> RecordedLife {
        guard !makesHomes else {
            Output.complain("\(path) is a ledger: replay it through the settings of its home, -s home.yaml.")
            throw Self.end(.usage)
        }
        do {
            let recording = try LedgerRecording(at: path)
            for sentence in recording.damage { Output.complain(sentence) }
            return RecordedLife(recording, try settings.map { try plan($0) })
        } catch let error as LedgerError {
            Output.complain(error.description)
            throw Self.end(.inputOutput)
        }
    }

    // MARK: - A table

    private mutating func enrolledHome(_ map: RecordingMap) throws -> RecordedLife {
        let plans = try settings.map { try plan($0) }
        guard let first = plans.first else { throw Self.end(.usage) }
        let recording = try read(map, zone: map.zone.flatMap(recordedZone) ?? first.home.zone)
        let wanted = home ?? (recording.homes.count == 1 ? recording.homes[0].name : first.home.id)
        guard let recorded = recording.homes.first(where: { $0.name == wanted }) else {
            let names = recording.homes.prefix(5).map(\.name).joined(separator: ", ")
            Output.complain(
                "\(path) has no home \(wanted): it has \(recording.homes.count), such as \(names); "
                    + "choose one by --home, or let each be a home of its own by --homes.")
            throw Self.end(.usage)
        }
        let places = map.places.mapValues { (device: $0.device, capability: $0.capability) }
        let targets = PlacedRecording.targets(of: recorded.places, among: first.home.devices, map: places)
        let unknown = zip(recorded.places, targets).filter { $1 == nil }.map(\.0)
        if !unknown.isEmpty {
            Output.complain(
                "no device of the settings stood at \(unknown.joined(separator: ", ")): passed over; "
                    + "a map says which did, --map")
        }
        guard unknown.count < recorded.places.count else { throw Self.end(.usage) }
        let readings = PlacedRecording(recorded, targets: targets).readings
        return RecordedLife(name: first.home.name, readings: readings, paths: [], plans: plans)
    }

    private mutating func madeHomes(_ map: RecordingMap) throws -> [RecordedLife] {
        let zone = map.zone ?? ZoneTable.london.name
        guard let zoneTable = recordedZone(named: zone) else {
            Output.complain("there is no time zone \(zone).")
            throw Self.end(.usage)
        }
        let recording = try read(map, zone: zoneTable)
        let gaps = CollectorSilence().gaps(in: recording)
        let wanted = recording.homes.filter { home == nil || $0.name == home }
        guard !wanted.isEmpty else {
            Output.complain("\(path) has no home \(home ?? "").")
            throw Self.end(.usage)
        }
        return try wanted.map { recorded in
            let replayed = ReplayedHome(recorded)
            var results = settings.map {
                SettingsReader.read(root: $0, shippedProfiles: profiles, zone: recordedZone, recorded: replayed.devices)
            }
            if !packs.isEmpty {
                results.insert(
                    RecordedHomeSettings.read(
                        packs: packs, devices: replayed.devices, zone: zone, zones: recordedZone), at: 0)
            }
            return RecordedLife(
                name: recorded.name.isEmpty ? "the home" : recorded.name, readings: replayed.readings,
                paths: replayed.paths(gaps), plans: try results.map { try plan($0) })
        }
    }

    // MARK: - Reading

    private func plan(_ root: String) throws -> Plan {
        try plan(SettingsReader.read(root: root, shippedProfiles: profiles, zone: recordedZone))
    }

    private func plan(_ result: SettingsResult) throws -> Plan {
        for problem in result.errors { Output.complain(problem.render()) }
        guard let settings = result.settings else { throw Self.end(.configuration) }
        return settings.plan
    }

    private mutating func read(_ map: RecordingMap, zone: ZoneTable) throws -> ActivityRecording {
        do {
            let recording = try ActivityReader.read(try bytes(), columns: table.columns(map), zone: zone)
            for problem in recording.problems { Output.complain("line \(problem.line): \(problem.text)") }
            badLines = recording.badLines
            return recording
        } catch let error as ActivityRecordingError {
            Output.complain(error.description)
            throw Self.end(.usage)
        }
    }

    private func bytes() throws -> [UInt8] {
        let limit = ReplayLimits.fileBytes
        do {
            let handle =
                path == "-"
                ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            var bytes: [UInt8] = []
            while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
                bytes.append(contentsOf: part)
                if bytes.count > limit { break }
            }
            if bytes.count <= limit { return bytes }
            Output.complain("\(path) is larger than \(limit >> 20) MiB.")
        } catch {
            Output.complain("\(path) cannot be read: \(error.localizedDescription)")
        }
        throw Self.end(.inputOutput)
    }

    private static func end(_ code: GatewayDaemon.ExitCode) -> ArgumentParser.ExitCode {
        ArgumentParser.ExitCode(code.rawValue)
    }
}
