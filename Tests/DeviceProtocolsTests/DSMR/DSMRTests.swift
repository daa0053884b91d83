import GatewayCore
import Testing

@testable import DeviceProtocols

@Suite struct DSMRTests {
    private static let meter = DeviceProfile.fields(
        .dsmr, [("CURRENT_ELECTRICITY_USAGE", .power, nil), ("ELECTRICITY_USED_TARIFF_1", .energy, nil)])

    private static func telegram(_ lines: [String], checksum: String? = nil) -> [UInt8] {
        let body = Array((["/ISK5\\2M550T-1012", "", "1-3:0.2.8(50)"] + lines + ["!"]).joined(separator: "\r\n").utf8)
        return body + Array(((checksum ?? String(DSMRTelegram.checksum(body), radix: 16)) + "\r\n").utf8)
    }

    @Test func `power comes in watts and energy in kilowatt-hours, whatever the meter writes`() {
        let bytes = Self.telegram(["1-0:1.7.0(00.244*kW)", "1-0:1.8.1(000301.548*kWh)"])
        for address in ["meter", "4530"] {
            var home = PortHome(.dsmr, [address: Self.meter])
            let identified = address == "meter" ? bytes : Self.telegram([
                "0-0:96.1.1(4530)", "1-0:1.7.0(00.244*kW)", "1-0:1.8.1(000301.548*kWh)",
            ])
            #expect(home.receive(identified).words == ["power 244", "energy 301.548"])
        }
        var german = PortHome(.dsmr, ["meter": Self.meter])
        #expect(german.receive("/ESY5Q3DA1004 V3.04\r\n\r\n1-0:1.7.0*255(001688.21*W)\r\n!\r\n").words == ["power 1688.21"])
    }

    @Test func `seven bits with parity are read at a port of eight`() {
        let seven = Self.telegram(["1-0:1.7.0(00.244*kW)"]).map { $0 | ($0.nonzeroBitCount % 2 == 1 ? 0x80 : 0) }
        var home = PortHome(.dsmr, ["meter": Self.meter])
        #expect(home.receive(seven).words == ["power 244"])
    }

    @Test func `a wrong or a missing checksum is refused`() {
        var home = PortHome(.dsmr, ["meter": Self.meter])
        #expect(home.receive(Self.telegram(["1-0:1.7.0(00.244*kW)"], checksum: "FFFF")).undecodable.count == 1)
        #expect(home.receive(Self.telegram(["1-0:1.7.0(00.244*kW)"], checksum: "")).undecodable.count == 1)
    }

    @Test(arguments: ["/!\r\n", "/ISK5\r\n\r\n!\r\n", "/ISK5\r\n\r\n9-9:99.99.99(1)\r\n!\r\n"])
    func `a telegram without a line that is known is refused`(_ telegram: String) {
        var home = PortHome(.dsmr, ["meter": Self.meter])
        let decoded = home.receive(telegram)
        #expect(decoded.undecodable == ["A telegram holds no line that a meter sends."])
    }

    @Test func `a device behind the meter is named by its channel`() {
        let gas = DeviceProfile.fields(.dsmr, [("3/MBUS_METER_READING", .energy, nil)])
        var home = PortHome(.dsmr, ["meter": gas])
        let lines = ["0-1:24.2.1(231102121002W)(00092.287*m3)", "0-3:24.2.1(231102121002W)(00008.500*GJ)"]
        #expect(home.receive(Self.telegram(lines)).words == ["energy 8.5"])
    }

    @Test func `an encrypted frame is recognised, stepped over and explained`() {
        var random = SeededBytes(seed: 4)
        let secret = random.bytes(500)
        let frame: [UInt8] = [0xDB, 8] + Array("SAG12345".utf8) + [0x82, 0x01, 0xF4] + secret
        var home = PortHome(.dsmr, ["meter": Self.meter])
        let decoded = home.receive(frame + Self.telegram(["1-0:1.7.0(00.244*kW)"]))
        #expect(decoded.words == ["power 244"])
        #expect(decoded.undecodable.count == 1)
        #expect(decoded.undecodable.first?.contains("encrypts") == true)
    }

    @Test func `a telegram without an end is given up`() {
        var home = PortHome(.dsmr, ["meter": Self.meter])
        let endless = home.receive(Array("/X".utf8) + Array(repeating: UInt8(ascii: "a"), count: 40_000))
        #expect(endless.undecodable == ["A telegram is longer than 16384 bytes."])
        #expect(home.receive(Self.telegram(["1-0:1.7.0(00.244*kW)"])).words == ["power 244"])
    }

    @Test(arguments: [
        ("240331015959W", "2024-03-31T00:59:59+00:00"), ("240331030000S", "2024-03-31T01:00:00+00:00"),
        ("241027023000S", "2024-10-27T00:30:00+00:00"), ("241027023000W", "2024-10-27T01:30:00+00:00"),
        ("241027030000W", "2024-10-27T02:00:00+00:00"), ("700101010000W", "1970-01-01T00:00:00+00:00"),
        ("161107190000", "2016-11-07T18:00:00+00:00"), ("230202132747S", "2023-02-02T12:27:47+00:00"),
    ])
    func `a meter's time is that of Central Europe`(_ text: String, _ wanted: String) {
        #expect(MeterTime(text)?.text == wanted)
    }

    @Test(arguments: ["632525252525W", "230229000000W", "230101240000W", "23010100000W", "230101000000X", ""])
    func `a time that cannot be is none`(_ text: String) {
        #expect(MeterTime(text) == nil)
    }
}
