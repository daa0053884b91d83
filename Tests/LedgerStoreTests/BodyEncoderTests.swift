import FoundationEssentials
import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

@Suite struct BodyEncoderTests {
    private struct Mixed: Codable, Hashable {
        enum Choice: Codable, Hashable {
            case none
            case one(Int)
            case named(first: String, second: [Bool])
        }

        var text = "a\"b\\c\n\u{0}\u{1F}é🛟/"
        var small: Int8 = -128
        var large = UInt64.max
        var low = Int64.min
        var fraction = 0.1
        var float: Float = 2.5
        var flag = true
        var missing: String?
        var list: [[Int]] = [[], [1, 2], [3]]
        var byName = ["x": 1, "y": 2]
        var byPriority: [Priority: Duration] = [.emergency: .seconds(60), .fault: .milliseconds(-5)]
        var choices: [Choice] = [.none, .one(4), .named(first: "", second: [true, false])]
        var empty = Nothing()
        var optionals: [Int?] = [1, nil, 3]
        var set: Set<String> = ["one"]
    }

    private struct Nothing: Codable, Hashable {}

    private func roundTrip<Value: Codable & Hashable>(_ value: Value) throws {
        let body = try BodyEncoder().encode(value)
        #expect(try BodyDecoder.decode(Value.self, from: body) == value)
        // The library's encoder understands the value in the same way.
        let theirs = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(Value.self, from: theirs) == value)
    }

    @Test func `every kind of value comes back`() throws {
        try roundTrip(Mixed())
        try roundTrip(Nothing())
        try roundTrip([Nothing(), Nothing()])
        try roundTrip([[Int]]())
    }

    @Test func `what the ledger keeps comes back`() throws {
        let entries = (1...5).map { LedgerSamples.story($0, alert: 1, ledger: "k3f9") }
        try roundTrip(LedgerSamples.alert(1, ledger: "k3f9", story: entries))
        try roundTrip(LedgerSamples.alert(1, ledger: "k3f9", state: LedgerSamples.closed(1)))
        try roundTrip(
            LedgerSamples.alert(
                1, ledger: "k3f9",
                state: .acknowledged(
                    Acknowledgement(by: ContactID("daughter"), way: .link, at: LedgerSamples.moment(4)),
                    until: LedgerSamples.moment(9).boot)))
        try roundTrip(LedgerSamples.delivery(1, alert: 1, ledger: "k3f9"))
        try roundTrip(LedgerSamples.gateway(7))
        try roundTrip(LedgerSamples.mark(7))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a number that JSON has not is refused`(_ number: Double) {
        #expect(throws: EncodingError.self) { try BodyEncoder().encode([number]) }
    }
}
