import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct DC09ExchangeTests {
    private let event = ContactIDEvent(qualifier: .new, code: 101, zone: 3)
    private let padding = Array("0000000000000000".utf8)
    private let now = sampleMoment()
    private let keyText = "AAAAAAAABBBBBBBB"

    private func plain() throws -> DC09Exchange {
        try DC09Exchange(DC09Connection(host: "127.0.0.1", port: 1, account: "1234"))
    }

    private func keyed() throws -> DC09Exchange {
        try DC09Exchange(DC09Connection(host: "127.0.0.1", port: 1, account: "1234", key: Secret(keyText)))
    }

    private func verdict(_ exchange: DC09Exchange, _ text: String, sequence: Int = 2) -> DC09Verdict? {
        exchange.verdict(on: .frame(framed(text)), sequence: sequence, at: now)
    }

    @Test func `an event is sent with R0, L0, account and time`() throws {
        let bytes = try plain().event(event, sequence: 2, at: now, padding: padding)
        let text = Latin1.text(of: bytes)
        #expect(text.hasSuffix("\"ADM-CID\"0002R0L0#1234[#1234|1101 00 003]_17:30:34,11-22-2026\r"))
    }

    @Test func `a plain poll has no time`() throws {
        let bytes = try plain().poll(sequence: 1, at: now, padding: padding)
        #expect(Latin1.text(of: bytes) == "\nEBCE0015\"NULL\"0001R0L0#1234[]\r")
    }

    @Test func `a clock that is not set sends no time where the standard allows it`() throws {
        let unset = sampleMoment(.unsynchronised)
        let bytes = try plain().event(event, sequence: 2, at: unset, padding: padding)
        #expect(Latin1.text(of: bytes) == "\nB1FE0029\"ADM-CID\"0002R0L0#1234[#1234|1101 00 003]\r")
        var told = try plain()
        told.follow(clockAhead: .hours(1))
        let later = told.event(event, sequence: 2, at: unset, padding: padding)
        #expect(Latin1.text(of: later).hasSuffix("_18:30:34,11-22-2026\r"))
    }

    @Test func `a keyed event tells neither code nor zone`() throws {
        let text = Latin1.text(of: try keyed().event(event, sequence: 2, at: now, padding: padding))
        #expect(text.contains("\"*ADM-CID\"0002R0L0#1234["))
        #expect(!text.contains("1101"))
    }

    @Test func `sequence numbers run from 1 to 9999 and begin again`() throws {
        var exchange = try plain()
        #expect(exchange.nextSequence() == 1)
        for _ in 2...9_998 { _ = exchange.nextSequence() }
        #expect(exchange.nextSequence() == 9_999)
        #expect(exchange.nextSequence() == 1)
    }

    @Test(arguments: [(0, 1), (9_998, 9_999), (9_999, 1), (123_456, 3_469)])
    func `any start gives a number of four digits`(last: Int, first: Int) throws {
        let connection = DC09Connection(host: "127.0.0.1", port: 1, account: "1234")
        var exchange = try DC09Exchange(connection, lastSequence: last)
        #expect(exchange.nextSequence() == first)
    }

    @Test func `a delivery keeps its number on each attempt`() throws {
        var exchange = try plain()
        let first = exchange.sequence(for: DeliveryID(ledger: "k", number: 1))
        let second = exchange.sequence(for: DeliveryID(ledger: "k", number: 2))
        #expect(first != second)
        #expect(exchange.sequence(for: DeliveryID(ledger: "k", number: 1)) == first)
        for number in 3...1_000 { _ = exchange.sequence(for: DeliveryID(ledger: "k", number: Int64(number))) }
        #expect(exchange.sequence(for: DeliveryID(ledger: "k", number: 1_000)) == 1_000)
    }

    @Test(arguments: [
        "\"ACK\"0002R0L0#1234[]", "\"ACK\"0002NoneL0#1234[]", "\"ACK\"0002L0[]", "\"RSP\"0002R0L0#1234[][Kabc]",
    ])
    func `an ACK of our number and account is acceptance`(text: String) throws {
        #expect(verdict(try plain(), text) == .accepted)
    }

    @Test(arguments: [
        "\"ACK\"0001R0L0#1234[]", "\"ACK\"0002R0L0#9999[]", "\"*ACK\"0002R0L0#1234[00]", "\"NULL\"0002R0L0#1234[]",
        "\"HELLO\"0002R0L0#1234[]", "\"DUH\"0001R0L0#1234[]",
    ])
    func `other frames do not concern it`(text: String) throws {
        #expect(verdict(try plain(), text) == nil)
    }

    @Test func `a damaged ACK does not count`() throws {
        let bytes = Array("00000000\"ACK\"0002R0L0#1234[]".utf8)
        #expect(try plain().verdict(on: .frame(bytes), sequence: 2, at: now) == nil)
    }

    @Test func `a plain ACK to an enciphered alarm does not count`() throws {
        #expect(verdict(try keyed(), "\"ACK\"0002R0L0#1234[]") == nil)
    }

    @Test func `an enciphered ACK counts where our key opens it`() throws {
        let exchange = try keyed()
        func reply(_ key: String) throws -> [UInt8] {
            let content = DC09Content(timestamp: sampleTime)
            let sealed = try DC09Key(Secret(key), form: .text).seal(content, padding: padding)
            return Array(
                DC09Frame(
                    token: .ack, sequence: 2, receiver: "0", line: "0", account: "1234", body: .sealed(sealed)
                ).encoded().dropFirst().dropLast())
        }
        #expect(exchange.verdict(on: .frame(try reply(keyText)), sequence: 2, at: now) == .accepted)
        #expect(exchange.verdict(on: .frame(try reply("BBBBBBBBBBBBBBBB")), sequence: 2, at: now) == nil)
    }

    @Test func `DUH is a refusal`() throws {
        guard case .refused = verdict(try plain(), "\"DUH\"0002R0L0#1234[]") else {
            Issue.record("DUH refuses.")
            return
        }
    }

    @Test func `a NAK's time is followed, whatever number and account it has`() throws {
        var exchange = try plain()
        let nak = "\"NAK\"0000R0L0A0[]_18:30:34,11-22-2026"
        guard case .clock(let ahead) = verdict(exchange, nak) else {
            Issue.record("The receiver's clock is an hour ahead.")
            return
        }
        #expect(ahead.wholeSeconds == 3_599)
        exchange.follow(clockAhead: ahead)
        guard case .rejected = verdict(exchange, nak) else {
            Issue.record("Our clocks agree now: it is not the time that the receiver dislikes.")
            return
        }
    }

    @Test(arguments: ["\"NAK\"0000R0L0A0[]", "\"NAK\"0000#0[]_10:00:00,01-01-0001"])
    func `a NAK without a time that can be is a rejection`(text: String) throws {
        guard case .rejected = verdict(try plain(), text) else {
            Issue.record("There is no time to follow.")
            return
        }
    }

    @Test func `answers without a frame are understood`() throws {
        #expect(try plain().verdict(on: .empty, sequence: 2, at: now) == .garbled)
        guard case .rejected = try plain().verdict(on: .bareNAK, sequence: 2, at: now) else {
            Issue.record("A bare NAK rejects.")
            return
        }
    }
}
