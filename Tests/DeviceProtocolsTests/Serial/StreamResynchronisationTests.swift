import GatewayCore
import GatewayTesting
import Testing

@testable import DeviceProtocols

/// What every stream of frames must bear: any cutting, and garbage anywhere.
@Suite struct StreamResynchronisationTests {
    private typealias Kind = SerialConnection.SerialProtocol

    private static let kinds: [SerialConnection.SerialProtocol] = [
        .mysensors, .rflink, .dsmr, .cms50, .cms50V7, .keyValueLines, .csvLines,
    ]

    private static func telegram(_ watts: Int) -> [UInt8] {
        let body = Array("/ISK5\\2M550T-1012\r\n\r\n1-3:0.2.8(50)\r\n1-0:1.7.0(0\(watts).244*kW)\r\n!".utf8)
        let sum = String(DSMRTelegram.checksum(body), radix: 16, uppercase: true)
        return body + Array("\(sum)\r\n".utf8)
    }

    /// A whole frame, told from others by its number.
    private static func frame(_ kind: SerialConnection.SerialProtocol, _ number: Int) -> [UInt8] {
        switch kind {
        case .mysensors: Array("12;1;1;0;0;\(number).5\n".utf8)
        case .rflink: Array("20;2D;Cresta;ID=3001;HUM=\(10 + number);BAT=OK;\r\n".utf8)
        case .dsmr: telegram(number)
        case .cms50: [0x85, 0x33, 0x06, UInt8(number), 0x61]
        case .cms50V7: [0x01, 0xE0, 0x85, 0xB3, 0x96, 0x80 | UInt8(number), 0xE1, 0xFF, 0xFF]
        case .keyValueLines: Array("device=mat n=\(number)\n".utf8)
        case .csvLines: Array("mat,\(number)\n".utf8)
        default: []
        }
    }

    /// Bytes that cannot be taken for the beginning of a frame, and at whose end the next one can begin.
    private static func garbage(_ kind: SerialConnection.SerialProtocol, _ random: inout SeededBytes) -> [UInt8] {
        let bytes = random.bytes(Int.random(in: 1...40, using: &random))
        return switch kind {
        case .dsmr: bytes.filter { $0 & 0x7F != UInt8(ascii: "/") && $0 != 0xDB }
        case .cms50: bytes.map { $0 & 0x7F }
        case .cms50V7: bytes.map { $0 | 0x80 }
        // A line of its own, which holds nothing that these protocols are made of.
        default: [0xFF] + bytes.filter { $0 != 0x0A && $0 != 0x0D } + [0x0A]
        }
    }

    private static func hear(
        _ kind: SerialConnection.SerialProtocol, _ pieces: [[UInt8]]
    ) -> (frames: [DecodedValue], refusals: [String]) {
        let outcome = StreamVectors.outcome(kind, pieces)
        return (outcome.frames.map(\.decoded), outcome.refusals)
    }

    private static func pieces(_ stream: [UInt8], _ random: inout SeededBytes) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...(Bool.random(using: &random) ? 3 : 400), using: &random))
            rest = rest.dropFirst(piece.count)
            pieces.append(Array(piece))
        }
        return pieces
    }

    @Test(arguments: kinds)
    func `any pieces of the same bytes give the same frames and refusals`(_ kind: SerialConnection.SerialProtocol) {
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededBytes(seed: seed)
            var stream: [UInt8] = []
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                var frame = Self.frame(kind, Int.random(in: 1...80, using: &random))
                switch Int.random(in: 0..<6, using: &random) {
                case 0: stream += random.bytes(Int.random(in: 1...60, using: &random))
                case 1: stream += frame.prefix(Int.random(in: 0...frame.count, using: &random))
                case 2: frame[Int.random(in: frame.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
                default: break
                }
                stream += frame
            }
            let whole = Self.hear(kind, [stream])
            let cut = Self.hear(kind, Self.pieces(stream, &random))
            #expect(cut == whole, "seed \(seed)")
        }
    }

    @Test(arguments: kinds)
    func `garbage before, between and behind is refused and loses no frame`(_ kind: SerialConnection.SerialProtocol) {
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededBytes(seed: seed &+ 1_000)
            let numbers = (0..<8).map { _ in Int.random(in: 1...80, using: &random) }
            let clean = Self.hear(kind, [numbers.flatMap { Self.frame(kind, $0) }]).frames
            #expect(clean.count == numbers.count)
            var stream = Self.garbage(kind, &random)
            for number in numbers {
                stream += Self.frame(kind, number)
                if Bool.random(using: &random) { stream += Self.garbage(kind, &random) }
            }
            let heard = Self.hear(kind, Self.pieces(stream, &random))
            #expect(heard.frames == clean, "seed \(seed)")
            #expect(!heard.refusals.isEmpty || kind == .dsmr)
        }
    }

    @Test(arguments: kinds)
    func `a frame cut off by the next one costs no more than itself`(_ kind: SerialConnection.SerialProtocol) {
        let frames = (1...3).map { Self.frame(kind, $0) }
        let clean = Self.hear(kind, [frames.flatMap(\.self)]).frames
        for length in 1..<frames[1].count - 2 {
            let heard = Self.hear(kind, [frames[0] + frames[1].prefix(length) + frames[2] + frames[0]]).frames
            #expect(heard.first == clean[0])
            #expect(heard.last == clean[0])
            // A line without an end of its own runs into the next.
            let runsOn: Set<SerialConnection.SerialProtocol> = [.mysensors, .keyValueLines, .csvLines]
            if runsOn.contains(kind) { continue }
            // A message of RFLink's ends with a semicolon: cut there it is a shorter one, and whole.
            let cut = Array(frames[1].prefix(length))
            let isWhole = kind == .rflink && cut.last == UInt8(ascii: ";")
            let shorter = isWhole ? Self.hear(kind, [cut + Array("\r\n".utf8)]).frames : []
            #expect(heard == [clean[0]] + shorter + [clean[2], clean[0]], "\(length)")
        }
    }

    @Test(.ownThread, arguments: kinds)
    func `endless noise and endless frames are borne`(_ kind: SerialConnection.SerialProtocol) throws {
        var random = SeededBytes(seed: 9)
        var stream = try #require(kind.stream)
        let moment = SampleHome([]).moment
        var refusals = 0
        for _ in 0..<200 {
            refusals += stream.take(random.bytes(1_000), at: moment).refusals.count
            // An endless line, telegram or frame.
            refusals += stream.take(Array(repeating: UInt8(ascii: "/"), count: 1_000), at: moment).refusals.count
            refusals += stream.take(Array(repeating: UInt8(ascii: "a"), count: 4_000), at: moment).refusals.count
        }
        #expect(refusals > 0)
        let rest = stream.finish(at: moment)
        #expect(rest.frames.isEmpty || kind == .cms50)
        let again = stream.take(Self.frame(kind, 7), at: moment)
        #expect(again.frames.count == 1)
    }
}
