import DeviceProtocols
import GatewayCore
import Testing

@Suite struct MySensorsTests {
    private static let node = DeviceProfile.fields(
        .mysensors,
        [
            ("1/V_TRIPPED", .open, nil), ("2/V_TEMP", .temperature, nil), ("255/I_BATTERY_LEVEL", .battery, nil),
        ])
    private static let contact = DeviceProfile.fields(.mysensors, [("V_TRIPPED", .motion, nil)])

    @Test func `a node is one device with several children`() {
        var home = PortHome(.mysensors, ["12": Self.node])
        #expect(home.receive("12;1;1;0;16;1\n12;2;1;0;0;21.5\n").words == ["open true", "temperature 21.5"])
        #expect(home.receive("12;255;3;0;0;57\n12;1;1;0;16;0\n").words == ["battery 57", "open false"])
        #expect(home.receive("12;2;1;0;16;1\n").words == [], "Another child is another thing.")
    }

    @Test func `a child may be a device of its own, beside the rest of its node`() {
        var home = PortHome(.mysensors, ["12": Self.node, "12:3": Self.contact])
        let decoded = home.receive("12;3;1;0;16;1\n12;1;1;0;16;1\n")
        #expect(decoded.words == ["motion true", "open true"])
        #expect(decoded.readings.map(\.device.name) == ["12:3", "12"])
    }

    @Test func `our own message that comes back is no reading`() {
        var home = PortHome(.mysensors, ["12": Self.node])
        let decoded = home.receive("12;1;1;1;16;1\n")
        #expect(decoded.words == [])
        #expect(decoded.undecodableCount == 0)
    }

    @Test func `gateway and unnumbered nodes are no strangers, others are named by node and child`() {
        var home = PortHome(.mysensors, [:])
        let decoded = home.receive(
            "0;255;3;0;14;Gateway startup complete.\n255;255;3;0;3;\n7;1;0;0;0;Front door\n0;3;1;0;16;1\n")
        #expect(decoded.strangers == ["7:1", "0:3"])
        #expect(decoded.undecodableCount == 0)
    }

    @Test(arguments: [
        "12;1;1;0;16;2", "12;1;1;0;16", "12;1;1;0;16;1;", "12;255;1;0;16;1", "12;1;3;0;0;57", "12;255;3;0;0;101",
        "256;1;1;0;16;1", "12;1;5;0;16;1", "12;1;1;2;16;1", "12;1;1;0;57;1", "-1;1;1;0;16;1", "12;1;1;0;16;on",
        "99999999999;1;1;0;16;1",
    ])
    func `a line that cannot be is refused, and says why`(_ line: String) {
        var home = PortHome(.mysensors, ["12": Self.node])
        let decoded = home.receive(line + "\n")
        #expect(decoded.words == [])
        #expect(decoded.undecodable.count == 1)
        #expect(decoded.undecodable.first?.contains("line") == true)
    }
}
