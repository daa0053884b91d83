import Testing

@testable import AlarmProtocols

@Suite struct DC09DeframerTests {
    private let stream = Array("\n\"A\"\r\n\"B\"\r".utf8)
    private let frames: [DC09Deframer.Item] = [.frame(Array("\"A\"".utf8)), .frame(Array("\"B\"".utf8))]

    @Test(arguments: 1...10)
    func `frames are found however the reads fall`(size: Int) {
        var deframer = DC09Deframer()
        var items: [DC09Deframer.Item] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            items += deframer.feed(stream[start..<min(start + size, stream.count)])
        }
        #expect(items == frames)
        #expect(deframer.junkBytes == 0)
    }

    @Test func `junk before, between and after frames is passed over`() {
        var deframer = DC09Deframer()
        #expect(deframer.feed(Array("HTTP/1.1 400\r".utf8) + stream + Array("xyz".utf8)) == frames)
        #expect(deframer.junkBytes == 16)
    }

    @Test func `a new LF begins a new frame`() {
        var deframer = DC09Deframer()
        #expect(deframer.feed(Array("\nhalf a fra".utf8) + stream) == frames)
        #expect(deframer.junkBytes == 10)
    }

    @Test func `an empty frame and a bare NAK are told`() {
        var deframer = DC09Deframer()
        #expect(deframer.feed(Array("\n\r".utf8)) == [.empty])
        #expect(deframer.feed(Array("\"NA".utf8)) == [])
        #expect(deframer.feed(Array("K\"".utf8)) == [.bareNAK])
        #expect(deframer.feed(Array("K\"".utf8)) == [])
    }

    @Test func `a frame without an end is given up and the next one found`() {
        var deframer = DC09Deframer()
        let endless = [0x0A] + [UInt8](repeating: 0x41, count: AlarmProtocolLimits.dc09FrameBytes * 3)
        #expect(deframer.feed(endless) == [])
        #expect(deframer.feed(stream) == frames)
    }
}
