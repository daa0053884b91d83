import GatewayCore
import Testing

@testable import DeviceProtocols

@Suite struct LineFramerTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func `any pieces of a stream give the same lines`(_ seed: UInt64) {
        var random = SeededBytes(seed: seed)
        var stream: [UInt8] = []
        for _ in 0..<30 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: stream += Array("\r\n".utf8)
            case 1: stream += random.bytes(Int.random(in: 0...60, using: &random))
            case 2: stream += Array(repeating: 0x61, count: 5_000)
            default: stream += Array("{\"device\":\"mat\"}\r\n".utf8)
            }
        }
        var whole = LineFramer()
        let expected = whole.take(stream, at: .zero)
        var framer = LineFramer()
        var taken = LineFramer.Taken()
        var rest = stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...700, using: &random))
            rest = rest.dropFirst(piece.count)
            let part = framer.take(Array(piece), at: .zero)
            taken.lines += part.lines
            taken.broken += part.broken
        }
        #expect(taken == expected)
    }

    @Test func `a line that is too long is skipped to its end and counted once`() {
        var framer = LineFramer()
        let long = framer.take(Array(repeating: 0x20, count: 100_000), at: .zero)
        #expect(long == LineFramer.Taken(lines: [], broken: 1))
        let next = framer.take(Array("rest\nwhole\n".utf8), at: .zero)
        #expect(next.lines == [Array("whole".utf8)])
        #expect(next.broken == 0)
    }

    @Test func `after a pause a torn line does not swallow the next`() {
        var framer = LineFramer()
        _ = framer.take(Array("{\"dev".utf8), at: .zero)
        let taken = framer.take(Array("whole\n".utf8), at: .zero + .seconds(3))
        #expect(taken.lines == [Array("whole".utf8)])
        #expect(taken.broken == 1)
    }
}
