import DeviceProtocols
import GatewayCore
import Testing

@Suite struct CMS50Tests {
    private static let oximeter = DeviceProfile.fields(
        .cms50, [("pulse_bpm", .heartRate, nil), ("spo2_pct", .oxygenSaturation, nil)])
    private static let measuring: [UInt8] = [0x85, 0x33, 0x06, 0x41, 0x61]
    private static let measuringV7: [UInt8] = [0x01, 0xE0, 0x85, 0xB3, 0x96, 0xC1, 0xE1, 0xFF, 0xFF]

    @Test(arguments: [
        (SerialConnection.SerialProtocol.cms50, measuring), (.cms50V7, measuringV7),
    ])
    func `of sixty frames a second one becomes readings`(_ kind: SerialConnection.SerialProtocol, _ frame: [UInt8]) {
        var home = PortHome(kind, ["oximeter": Self.oximeter])
        var words: [String] = []
        for _ in 0..<600 {
            words += home.receive(frame).words
            home.wait(.milliseconds(17))
        }
        #expect(words.count == 2 * 11)
        #expect(Set(words) == ["heart_rate 65", "oxygen_saturation 97"])
    }

    @Test(arguments: [
        [0x95, 0x33, 0x06, 0x41, 0x61] as [UInt8], [0x85, 0x33, 0x16, 0x41, 0x61], [0x85, 0x33, 0x26, 0x41, 0x61],
        [0x85, 0x33, 0x46, 0x7F, 0x7F], [0x85, 0x33, 0x06, 0x00, 0x00],
    ])
    func `no finger, a fault, a search and the values for none are no reading`(_ frame: [UInt8]) {
        var home = PortHome(.cms50, ["oximeter": Self.oximeter])
        #expect(home.receive(frame).words == [])
        #expect(home.receive(Self.measuring).words.count == 2, "They take no turn from what is measured.")
    }

    @Test(arguments: [
        // A search that lasts, a fault of the probe (bit 7 of byte 2), a search (bit 7 of byte 3), and no values.
        [0x01, 0xE0, 0x95, 0xB3, 0x96, 0xC1, 0xE1, 0xFF, 0xFF] as [UInt8],
        [0x01, 0xE1, 0x85, 0xB3, 0x96, 0xC1, 0xE1, 0xFF, 0xFF],
        [0x01, 0xE2, 0x85, 0xB3, 0x96, 0xC1, 0xE1, 0xFF, 0xFF],
        [0x01, 0xE8, 0x85, 0xB3, 0x96, 0xFF, 0xFF, 0xFF, 0xFF],
    ])
    func `version 7 tells nothing while it searches or has no finger, nor for 0xFF and 0x7F`(_ frame: [UInt8]) {
        var home = PortHome(.cms50V7, ["oximeter": Self.oximeter])
        #expect(home.receive(frame).words == [])
        #expect(home.receive(Self.measuringV7).words.count == 2)
    }

    /// By table 3 of Contec's description of version 7.
    @Test(arguments: [
        ("signal_strength", DecodedValue.integer(5)), ("probe_error", .flag(false)),
        ("searching", .flag(false)), ("waveform", .integer(51)), ("bar_graph", .integer(6)), ("pi_invalid", .flag(false)),
        ("pulse_bpm", .integer(193)), ("spo2_pct", .integer(97)), ("pi_raw", .integer(0x0281)),
    ])
    func `a frame of version 7 is read with its high bits`(_ name: String, _ value: DecodedValue) throws {
        var stream = CMS50Stream(.seven)
        let bytes: [UInt8] = [0x01, 0xA8, 0xE5, 0xB3, 0x86, 0xC1, 0xE1, 0x81, 0x82]
        let frame = try #require(stream.take(bytes, at: SampleHome([]).moment).frames.first)
        #expect(frame.decoded[name] == value)
    }

    @Test func `a torn frame is given up after a pause`() {
        var home = PortHome(.cms50, ["oximeter": Self.oximeter])
        #expect(home.receive(Array(Self.measuring.prefix(3))).words == [])
        home.wait(.seconds(1))
        let decoded = home.receive([0x41, 0x61] + Self.measuring)
        #expect(decoded.words == ["heart_rate 65", "oxygen_saturation 97"])
        #expect(decoded.undecodableCount == 1)
    }
}
