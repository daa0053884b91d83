internal import GatewayCore
internal import Simulation
internal import Testing

/// Devices made of the places of a table.
@Suite struct ReplayedHomeTests {
    private func devices(_ places: [String]) throws -> [String] {
        let lines = places.map { "1,\($0),2019-06-28 13:03:29" }.joined(separator: "\n")
        let recording = try ActivityReader.read(Array("patient_id,location_name,date\n\(lines)\n".utf8))
        return ReplayedHome(recording.homes[0]).devices.map(\.id.name)
    }

    @Test func `places that are written alike are devices of their own`() throws {
        #expect(try devices(["Front Door", "front-door", "Hall"]) == ["front-door", "front-door-1", "hall"])
        let alike = try devices(["a-2", "A", "a", "a-b-4", "a b", "a.b", "a-b"])
        #expect(Set(alike).count == alike.count)
    }
}
