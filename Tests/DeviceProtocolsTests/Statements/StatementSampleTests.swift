import DeviceProtocols
import Foundation
import Testing

/// Messages of ten conventions, from public sources, with what they say.
struct StatementSampleTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var id: String
        var convention: String
        var topic: String
        var payload: String
        var isRetained: Bool
        var expect: [DecodedValue]

        var testDescription: String { id }
    }

    /// Where the stated values do not hold, with what is said instead; docs/DEVICES.md has the reasons.
    private static let others: [String: [String]] = [
        "mqtt-013": ["battery=80%", "button.press=emergency", "linkquality=144"],
        "mqtt-015": ["battery=0%", "button.press=emergency", "linkquality=156"],
        "mqtt-045": [],
        "mqtt-105": [],
    ]

    private static func samples() throws -> [Sample] {
        try Vectors.lines("mqtt_samples.jsonl").map { line in
            let value = try #require(DecodedValue(json: Array(line)))
            func text(_ name: String) -> String {
                if case .text(let text)? = value[name] { return text }
                return ""
            }
            guard case .list(let expect)? = value["expect"] else { throw CancellationError() }
            return Sample(
                id: text("id"), convention: text("convention"), topic: text("topic"), payload: text("payload"),
                isRetained: value["retain"] == .flag(true), expect: expect)
        }
    }

    private static func plain(_ value: DecodedValue?) -> String {
        if case .text(let text)? = value { return text }
        return value?.json ?? ""
    }

    /// "contact.open=true", "battery=88%", "temperature=21.1Cel from LYWSD03-52680f", "button.press=S #2".
    private static func words(_ expected: DecodedValue) -> String {
        plain(expected["capability"]) + "=" + plain(expected["value"]) + plain(expected["unit"])
            + (expected["src"].map { " from " + plain($0) } ?? "")
            + (expected["dedupe"].map { " #" + plain($0) } ?? "")
    }

    private static func words(_ statement: Statement, withCount: Bool) -> String {
        statement.capability + "=" + plain(statement.value) + (statement.unit ?? "")
            + (statement.source.map { " from " + $0 } ?? "")
            + (withCount ? statement.count.map { " #" + plain($0) } ?? "" : "")
    }

    @Test(arguments: try samples())
    func `each sample says what it should, and nothing else`(_ sample: Sample) throws {
        var reader = StatementReader()
        let convention = try #require(Convention(named: sample.convention))
        let message = try PublishedMessage(
            topic: sample.topic, payload: Array(sample.payload.utf8), isRetained: sample.isRetained)
        let statements = (try? reader.read(message, as: convention).statements) ?? []
        let withCount = sample.expect.contains { $0["dedupe"] != nil }
        let said = statements.map { Self.words($0, withCount: withCount) }.sorted()
        #expect(said == (Self.others[sample.id] ?? sample.expect.map(Self.words).sorted()))
        for expected in sample.expect where expected["kind"] == .text("event") && Self.others[sample.id] == nil {
            #expect(statements.contains { $0.kind == .event && $0.value == expected["value"] })
        }
    }

    @Test func `all samples are there, and no exception is without a sample`() throws {
        let ids = Set(try Self.samples().map(\.id))
        #expect(ids.count == 126)
        #expect(Set(Self.others.keys).isSubset(of: ids))
    }
}
