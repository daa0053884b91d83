import FoundationEssentials
import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct AlertEnvelopeTests {
    private let links = AnswerLinks(acknowledge: "http://127.0.0.1:8490/a", close: "http://127.0.0.1:8490/c")

    @Test(arguments: MessageKind.allCases)
    func `an envelope comes back as it went`(kind: MessageKind) throws {
        let order = sampleOrder(sampleMessage(kind))
        let envelope = AlertEnvelope(order, at: sampleMoment(after: .minutes(14)), answer: links)
        #expect(try AlertEnvelope(decoding: envelope.encoded()) == envelope)
    }

    @Test func `what else a message tells goes along`() throws {
        var message = sampleMessage()
        #expect(!String(decoding: AlertEnvelope(sampleOrder(), at: sampleMoment()).encoded(), as: UTF8.self)
            .contains("\"also\":"))
        message.also = [.init(alert: AlertID(ledger: "k3f9", number: 18), sentence: "Left open: the door at 17:31.")]
        let envelope = AlertEnvelope(sampleOrder(message), at: sampleMoment())
        #expect(try AlertEnvelope(decoding: envelope.encoded()) == envelope)
        let text = String(decoding: envelope.encoded(), as: UTF8.self)
        #expect(text.contains(#""alert":"k3f9-18""#) && text.contains("Left open: the door at 17:31."))
        let broken = text.replacing("k3f9-18", with: "nothing")
        #expect(throws: AlertEnvelopeError.self) { try AlertEnvelope(decoding: Array(broken.utf8)) }
    }

    @Test func `the event's attributes are those of CloudEvents`() throws {
        let bytes = AlertEnvelope(sampleOrder(), at: sampleMoment(after: .seconds(1))).encoded()
        let event = try #require(try JSONSerializationObject.fields(of: bytes))
        #expect(event["specversion"] == "1.0")
        #expect(event["id"] == "k3f9-d42")
        #expect(event["source"] == "/homes/mill-lane-12")
        #expect(event["type"] == "org.pullcord.alert.raised")
        #expect(event["subject"] == "k3f9-17")
        #expect(event["time"] == "2026-11-22T17:30:34.123Z")
        #expect(event["datacontenttype"] == "application/json")
    }

    @Test func `names are snake case and what is not told is absent`() {
        var message = sampleMessage()
        message.access = nil
        message.address = nil
        let text = String(decoding: AlertEnvelope(sampleOrder(message), at: sampleMoment()).encoded(), as: UTF8.self)
        for name in ["is_test", "zone_number", "acknowledged_by", "also_told", "sent_at"] {
            #expect(text.contains("\"\(name)\":"))
        }
        for name in ["access", "\"address\"", "late_by_seconds", "\"answer\"", "null"] {
            #expect(!text.contains(name))
        }
    }

    @Test func `a call that goes out late says how late it is`() {
        let late = AlertEnvelope(sampleOrder(), at: sampleMoment(after: .minutes(14)))
        #expect(late.late == .minutes(14))
        let inTime = AlertEnvelope(sampleOrder(), at: sampleMoment(after: .minutes(2)))
        #expect(inTime.late == nil)
    }

    @Test func `a call that came late counts from when it happened`() {
        var message = sampleMessage()
        message.happened = sampleTime - .minutes(30)
        #expect(AlertEnvelope(sampleOrder(message), at: sampleMoment()).late == .minutes(30))
    }

    @Test func `news of an old alert are not late`() {
        var message = sampleMessage(.closed)
        message.happened = sampleTime - .hours(3)
        #expect(AlertEnvelope(sampleOrder(message), at: sampleMoment(after: .seconds(3))).late == nil)
    }

    @Test func `a clock step between making and sending is not lateness`() {
        let now = Moment(boot: .zero + .seconds(1), wall: sampleTime + .days(9_000), quality: .synchronised)
        #expect(AlertEnvelope(sampleOrder(), at: now).late == nil)
    }

    @Test(arguments: [
        ("", "not an alert's CloudEvent"), ("[]", "not an alert's CloudEvent"), ("{}", "is missing"),
        ("{\"specversion\":\"1.0\"}", "is missing"),
    ])
    func `other bytes are refused with a sentence`(text: String, part: String) {
        let error = #expect(throws: AlertEnvelopeError.self) { try AlertEnvelope(decoding: Array(text.utf8)) }
        #expect(error?.description.contains(part) == true)
    }

    @Test(arguments: [
        ("\"1.0\"", "\"2.0\""), ("org.pullcord.alert.raised", "org.pullcord.alert.closed"),
        ("\"subject\":\"k3f9-17\"", "\"subject\":\"k3f9-18\""), ("k3f9-17", "nobody"),
        ("2026-11-22T17:30:34.123Z", "yesterday"), ("\"help_call\"", "\"birthday\""),
        ("\"id\":\"k3f9-d42\"", "\"id\":\"\""),
    ])
    func `an event that contradicts itself is refused`(part: String, instead: String) throws {
        let text = String(decoding: AlertEnvelope(sampleOrder(), at: sampleMoment()).encoded(), as: UTF8.self)
        #expect(text.contains(part))
        let changed = text.split(separator: part, omittingEmptySubsequences: false).joined(separator: instead)
        #expect(throws: AlertEnvelopeError.self) { try AlertEnvelope(decoding: Array(changed.utf8)) }
    }

    @Test func `too many bytes are not read at all`() {
        let bytes = [UInt8](repeating: 0x20, count: AlarmProtocolLimits.envelopeBytes + 1)
        #expect(throws: AlertEnvelopeError.tooLong(bytes: bytes.count)) { try AlertEnvelope(decoding: bytes) }
    }

    @Test func `a home's name is made safe for a URI`() throws {
        var message = sampleMessage()
        message.home = "12 Mill/Läne"
        let bytes = AlertEnvelope(sampleOrder(message), at: sampleMoment()).encoded()
        #expect(try JSONSerializationObject.fields(of: bytes)?["source"] == "/homes/12%20Mill%2FL%C3%A4ne")
    }
}

/// The strings at an object's top level, read without our own types.
private enum JSONSerializationObject {
    struct Field: Decodable {
        var text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }

    static func fields(of bytes: [UInt8]) throws -> [String: String]? {
        try JSONDecoder().decode([String: Field].self, from: Data(bytes)).compactMapValues(\.text)
    }
}
