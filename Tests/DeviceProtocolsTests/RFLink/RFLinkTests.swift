import DeviceProtocols
import GatewayCore
import Testing

@Suite struct RFLinkTests {
    private static let button = DeviceProfile.fields(.rflink, [("command", .helpCall, .text("on"))])
    private static let climate = DeviceProfile.fields(
        .rflink, [("temperature", .temperature, nil), ("humidity", .humidity, nil)])

    @Test func `a sender is known by its switch, or for all its switches`() {
        let press = "20;2D;NewKaku;ID=cac142;SWITCH=3;CMD=ON;\r\n"
        for address in ["newkaku:cac142:3", "newkaku:cac142"] {
            var home = PortHome(.rflink, [address: Self.button])
            #expect(home.receive(press).words == ["help_call"])
        }
        var other = PortHome(.rflink, ["newkaku:cac142:4": Self.button])
        let decoded = other.receive(press)
        #expect(decoded.words == [])
        #expect(decoded.strangers == ["newkaku:cac142:3"])
    }

    @Test func `temperatures below zero, and a value that breaks its form beside good ones`() {
        var home = PortHome(.rflink, ["cresta:3001": Self.climate])
        let decoded = home.receive("20;04;Cresta;ID=3001;TEMP=800d;HUM=5x;BAT=OK;\r\n")
        #expect(decoded.words == ["temperature -1.3"])
        #expect(decoded.undecodableCount == 1)
    }

    @Test func `the same line with the same number within two seconds is one press heard twice`() {
        var home = PortHome(.rflink, ["newkaku:cac142": Self.button])
        let press = "20;2D;NewKaku;ID=cac142;SWITCH=3;CMD=ON;\r\n"
        #expect(home.receive(press + press).events == [.helpCall])
        home.wait(.seconds(10))
        #expect(home.receive(press).events == [.helpCall])
    }

    @Test func `two lines whose end between them got lost are both heard`() {
        var home = PortHome(.rflink, ["newkaku:cac142": Self.button, "cresta:3001": Self.climate])
        let decoded = home.receive("20;2D;NewKaku;ID=cac142;CMD=ON;20;2E;Cresta;ID=3001;TEMP=0020;\r\n")
        #expect(decoded.words == ["help_call", "temperature 3.2"])
        #expect(decoded.undecodableCount == 0)
    }

    @Test func `a press behind a torn line is heard`() {
        var home = PortHome(.rflink, ["newkaku:cac142": Self.button])
        let decoded = home.receive("20;2C;Cresta;ID=3001;TEMP=0020;2D;NewKaku;ID=cac142;SWITCH=3;CMD=ON;\r\n")
        #expect(decoded.words == ["help_call"])
        #expect(decoded.undecodable == ["A line is cut off by the beginning of the next one."])
    }

    @Test(arguments: ["20;2C;Cre11;20;0B;NewKaku;ID=cac142;CMD=ON;", "1;20;0B;NewKaku;ID=cac142;CMD=ON;"])
    func `the echo of a command is no press, though its beginning got lost`(_ line: String) {
        var home = PortHome(.rflink, ["newkaku:cac142": Self.button])
        #expect(home.receive(line + "\r\n").words == [])
    }

    @Test(arguments: [
        "20;00;Nodo RadioFrequencyLink - RFLink Gateway V1.1 - R46;", "20;01;PONG;", "20;02;OK;",
        "20;03;CMD UNKNOWN;", "11;20;0B;NewKaku;ID=cac142;SWITCH=2;CMD=ON;", "10;NewKaku;cac142;3;ON;",
    ])
    func `what the gateway says, echoes or is told is no device`(_ line: String) {
        var home = PortHome(.rflink, ["newkaku:cac142": Self.button, "0b:cac142": Self.button])
        let decoded = home.receive(line + "\r\n")
        #expect(decoded.words == [])
        #expect(decoded.strangers == [])
        #expect(decoded.undecodableCount == 0)
    }
}
