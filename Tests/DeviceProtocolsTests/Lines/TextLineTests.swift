import DeviceProtocols
import GatewayCore
import Testing

/// Lines of pairs, and of values between commas.
@Suite struct TextLineTests {
    private static let pairs = DeviceProfile.fields(
        .lines, [("event", .helpCall, .text("press")), ("temp", .temperature, nil), ("wet", .flood, nil)])
    private static let columns = DeviceProfile.fields(.lines, [("2", .temperature, nil), ("wet", .flood, nil)])

    private func pairs(_ text: String) -> DecodedArrival {
        var home = PortHome(.keyValueLines, ["mat": Self.pairs])
        return home.receive(text)
    }

    private func columns(_ text: String) -> DecodedArrival {
        var home = PortHome(.csvLines, ["mat": Self.columns])
        return home.receive(text)
    }

    @Test(arguments: [
        "device=mat temp=21.5 wet=true\n", "wet=true,temp=21.5,device=mat\r\n", "id=mat; temp=21.5; wet=true;\n",
        "device=Mat\ttemp=21.5\twet=true\n",
    ])
    func `pairs may come in any order, with blanks, commas or semicolons`(_ line: String) {
        #expect(Set(pairs(line).words) == ["temperature 21.5", "flood true"])
    }

    @Test(arguments: [
        "device=mat temp=21,5\n", "device=mat press\n", "device=mat a=b=c\n", "temp=21.5\n", "device= temp=1\n",
        "device=mat =1\n", "\u{FE}device=mat\n",
    ])
    func `a line with anything else, or from nobody, is refused as a whole`(_ line: String) {
        let decoded = pairs(line)
        #expect(decoded.words == [])
        #expect(decoded.undecodableCount + decoded.strangers.count == 1)
    }

    @Test func `a checksum is checked where there is one`() {
        #expect(pairs("device=mat event=press*4b\n").words == ["help_call"])
        #expect(pairs("device=mat event=press*4c\n").undecodable.first?.contains("checksum") == true)
        var home = SampleHome([.line("mat", .mat)])
        let line = "{\"device\":\"mat\",\"press\":1}"
        #expect(home.receive(SampleHome.line, Array("\(line)*1C\n".utf8)).words == ["button_press"])
        #expect(home.receive(SampleHome.line, Array("\(line)*1D\n".utf8)).undecodableCount == 1)
    }

    @Test func `columns are numbered, and named after a heading`() {
        #expect(columns("mat,21.5,true\n").words == ["temperature 21.5"])
        #expect(columns("device,temp,wet\nmat,21.5,true\n").words == ["temperature 21.5", "flood true"])
        #expect(columns("temp;id;wet\n1;mat;false\n").words == ["flood false"])
        #expect(columns("device,temp,wet\nmat,21.5\n").undecodable.first?.contains("2 columns") == true)
        #expect(columns(",21.5\n").undecodableCount == 1)
    }
}
