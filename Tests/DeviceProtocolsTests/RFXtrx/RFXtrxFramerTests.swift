import DeviceProtocols
import GatewayCore
import Testing

@Suite struct RFXtrxFramerTests {
    private static let frames = [
        "0820004dd3dc540089", "08200300a109000670", "0b11002a0123456705020870", "0a520211700280a72d0089",
        "0913002a123456015e70", "0d010001025345000c2f01010000",
        "1c21020000000000131211c30000000000000000000000000000000045",
    ].map(bytes)

    private func moment(_ boot: Duration) -> Moment {
        Moment(boot: BootTime.zero + boot, wall: SampleHome.start + boot, quality: .synchronised)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `any pieces of a stream give the same packets`(_ seed: UInt64) {
        var random = SeededBytes(seed: seed)
        var stream: [UInt8] = []
        for _ in 0..<20 {
            if Bool.random(using: &random) { stream += random.bytes(Int.random(in: 1...12, using: &random)) }
            stream += Self.frames.randomElement(using: &random) ?? []
        }
        var whole = RFXtrxFramer()
        let expected = whole.take(stream, at: moment(.zero))
        var framer = RFXtrxFramer()
        var packets: [RFXtrxFramer.Packet] = []
        var garbage = 0
        var rest = stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...15, using: &random))
            rest = rest.dropFirst(piece.count)
            let taken = framer.take(Array(piece), at: moment(.zero))
            packets += taken.packets
            garbage += taken.garbage
        }
        #expect(packets == expected.packets)
        #expect(garbage == expected.garbage)
    }

    @Test func `packets that arrive glued together are taken apart`() {
        var framer = RFXtrxFramer()
        let taken = framer.take(Self.frames.flatMap(\.self), at: moment(.zero))
        #expect(taken.packets.map(\.bytes) == Self.frames)
        #expect(taken.garbage == 0)
    }

    @Test func `after a pause a torn packet does not swallow the next`() {
        var framer = RFXtrxFramer()
        #expect(framer.take(Array(Self.frames[0].prefix(5)), at: moment(.zero)).packets == [])
        let taken = framer.take(Self.frames[1], at: moment(.milliseconds(300)))
        #expect(taken.packets.map(\.bytes) == [Self.frames[1]])
        #expect(taken.garbage == 1)
    }

    @Test func `a packet hidden behind noise that looks like a longer one comes out at the pause`() {
        var framer = RFXtrxFramer()
        // 1c 21 promises 29 bytes; the press behind it is 9.
        #expect(framer.take([0x1C, 0x21] + Self.frames[1], at: moment(.zero)).packets == [])
        let taken = framer.take(Self.frames[0], at: moment(.seconds(2)))
        #expect(taken.packets.map(\.bytes) == [Self.frames[1], Self.frames[0]])
        #expect(taken.packets.first?.moment == moment(.zero))
    }

    @Test func `a piece of any size is taken`() {
        var framer = RFXtrxFramer()
        let taken = framer.take(Array(repeating: 0xFF, count: Limits.arrivalBytes), at: moment(.zero))
        #expect(taken.packets == [])
        #expect(taken.garbage == 1)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a packet after a pause is found, whatever noise and torn packets came before`(_ seed: UInt64) {
        var random = SeededBytes(seed: seed)
        var framer = RFXtrxFramer()
        var time = Duration.zero
        for _ in 0..<20 {
            var noise = random.bytes(Int.random(in: 0...40, using: &random))
            noise += Self.frames[0].prefix(Int.random(in: 0..<9, using: &random))
            _ = framer.take(noise, at: moment(time))
            time += .milliseconds(250)
            let whole = Self.frames[Int.random(in: 0..<Self.frames.count, using: &random)]
            let cut = Int.random(in: 0...whole.count, using: &random)
            let first = framer.take(Array(whole.prefix(cut)), at: moment(time))
            time += .milliseconds(20)
            let second = framer.take(Array(whole.dropFirst(cut)), at: moment(time))
            #expect((first.packets + second.packets).last?.bytes == whole)
        }
    }
}
