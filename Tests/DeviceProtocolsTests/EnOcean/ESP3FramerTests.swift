import DeviceProtocols
import GatewayCore
import Testing

@Suite struct ESP3FramerTests {
    private static let frames = [
        "55000707017af650002989793001ffffffff37009d", "55000707017ad50801825dab0001ffffffff360053",
        "55000a0701eba508284680018a7b300001ffffffff490026", "5500050002ce00ff800000da", "5500010004770107",
    ].map(bytes)

    private func moment(_ boot: Duration) -> Moment {
        Moment(boot: BootTime.zero + boot, wall: SampleHome.start + boot, quality: .synchronised)
    }

    private func bytesOf(_ taken: ESP3Framer.Taken) -> [[UInt8]] { taken.packets.map(\.packet.bytes) }

    @Test func `frames that arrive glued together are taken apart`() {
        var framer = ESP3Framer()
        let taken = framer.take(Self.frames.flatMap(\.self), at: moment(.zero))
        #expect(bytesOf(taken) == Self.frames)
        #expect(taken.garbage == 0)
        #expect(taken.damaged == 0)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `every frame is found in noise, in pieces of any size`(_ seed: UInt64) {
        var random = SeededBytes(seed: seed)
        var stream: [UInt8] = []
        var wanted: [[UInt8]] = []
        for _ in 0..<20 {
            var noise = random.bytes(Int.random(in: 0...12, using: &random))
            // The byte that begins frames is everywhere.
            for index in noise.indices where Bool.random(using: &random) { noise[index] = 0x55 }
            stream += noise
            let frame = Self.frames[Int.random(in: 0..<Self.frames.count, using: &random)]
            stream += frame
            wanted.append(frame)
        }
        var framer = ESP3Framer()
        var found: [[UInt8]] = []
        var rest = stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...15, using: &random))
            rest = rest.dropFirst(piece.count)
            found += bytesOf(framer.take(Array(piece), at: moment(.zero)))
        }
        found += bytesOf(framer.finish(at: moment(.zero)))
        #expect(found == wanted)
    }

    @Test func `a header made by noise does not hold up the press behind it`() {
        var framer = ESP3Framer()
        // A right header that promises 263 bytes.
        let header = Array(ESP3Packet(type: 1, data: Array(repeating: 0, count: 256), optional: []).bytes.prefix(6))
        #expect(bytesOf(framer.take(header + Self.frames[0], at: moment(.zero))) == [Self.frames[0]])
    }

    @Test func `a torn frame does not swallow the next`() {
        var framer = ESP3Framer()
        let torn = Array(Self.frames[0].prefix(12))
        #expect(bytesOf(framer.take(torn + Self.frames[1], at: moment(.zero))) == [Self.frames[1]])
        #expect(bytesOf(framer.take(torn, at: moment(.seconds(1)))) == [])
        let taken = framer.take(Self.frames[1], at: moment(.seconds(2)))
        #expect(bytesOf(taken) == [Self.frames[1]])
        #expect(taken.torn == 1)
    }

    @Test func `one changed bit anywhere is noticed`() {
        for frame in Self.frames {
            for bit in 0..<frame.count * 8 {
                var changed = frame
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                var framer = ESP3Framer()
                var taken = framer.take(changed, at: moment(.zero))
                let rest = framer.finish(at: moment(.zero))
                taken.packets += rest.packets
                #expect(taken.packets.isEmpty)
                #expect(taken.garbage + taken.damaged + rest.garbage + rest.torn + rest.damaged > 0)
            }
        }
    }

    @Test func `a piece of any size is taken`() {
        var framer = ESP3Framer()
        let taken = framer.take(Array(repeating: 0x55, count: Limits.arrivalBytes) + Self.frames[0], at: moment(.zero))
        #expect(bytesOf(taken) == [Self.frames[0]])
    }
}
