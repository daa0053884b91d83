import DeviceProtocols
import GatewayCore
import Testing

@Suite struct JSONLinesTests {
    private func decode(_ text: String) -> DecodedArrival {
        var home = SampleHome([.line("mat-1", .mat), .line("mat-2", .mat)])
        return home.receive(SampleHome.line, Array(text.utf8))
    }

    @Test func `each line goes to the device that it names`() {
        let decoded = decode(
            "{\"device\":\"mat-1\",\"occupied\":true}\r\n{\"occupied\":false,\"device\":\"mat-2\",\"press\":1}\n")
        #expect(decoded.words == ["bed_occupied true", "bed_occupied false", "button_press"])
        #expect(decoded.readings.map(\.device.name) == ["mat-1", "mat-2", "mat-2"])
        #expect(decoded.unmapped == 0)
    }

    @Test func `a device that nobody enrolled is named`() {
        let decoded = decode("{\"device\":\"mat-3\",\"press\":1}\n")
        #expect(decoded.strangers == ["mat-3"])
        #expect(decoded.readings.isEmpty)
    }

    @Test(arguments: ["{\"press\":1}\n", "{\"device\":1}\n", "{\"device\":null}\n", "press\n", "[1]\n", "\u{FE}\n"])
    func `a line without a device is counted`(_ line: String) {
        let decoded = decode(line)
        #expect(decoded.undecodableCount + decoded.strangers.count == 1)
        #expect(decoded.readings.isEmpty)
    }
}
