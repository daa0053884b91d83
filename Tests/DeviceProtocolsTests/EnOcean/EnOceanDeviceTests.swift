import DeviceProtocols
import GatewayCore
import Testing

@Suite struct EnOceanDeviceTests {
    private func telegram(_ data: String, optional: String = "01ffffffff3700") -> [UInt8] {
        ESP3Packet(type: 1, data: bytes(data), optional: bytes(optional)).bytes
    }

    @Test func `a press of the enrolled rocker calls for help, its release does not`() {
        var home = SampleHome([.enOcean("cord", "00298979", .rocker)])
        #expect(
            home.receive(SampleHome.enOcean, hex: "55000707017af650002989793001ffffffff37009d").words
                == ["signal_level -55", "help_call"].reversed())
        let release = home.receive(SampleHome.enOcean, telegram("f6000029897920"))
        #expect(release.words == ["signal_level -55"])
        let neighbour = home.receive(SampleHome.enOcean, telegram("f6500029897a30"))
        #expect(neighbour.readings.isEmpty)
        #expect(neighbour.strangers == ["0029897a"])
    }

    @Test func `optional data may be absent`() {
        var home = SampleHome([.enOcean("cord", "00298979", .rocker)])
        let decoded = home.receive(SampleHome.enOcean, telegram("f6500029897930", optional: ""))
        #expect(decoded.words == ["help_call"])
        var stream = EnOceanStream()
        let frame = stream.take(telegram("f6500029897930", optional: ""), at: home.moment).frames.first
        #expect(frame?.decoded["destination"] == .null)
        #expect(frame?.decoded["dBm"] == .null)
    }

    @Test func `a repeater's copy is the same press, and a press after it another`() {
        var home = SampleHome([.enOcean("cord", "00298979", .rocker)])
        #expect(home.receive(SampleHome.enOcean, telegram("f6500029897930")).events == [.helpCall])
        home.wait(.milliseconds(40))
        let copy = home.receive(SampleHome.enOcean, telegram("f6500029897931", optional: "01ffffffff5000"))
        #expect(copy.events == [])
        #expect(copy.copies == 1)
        home.wait(.milliseconds(400))
        #expect(home.receive(SampleHome.enOcean, telegram("f6500029897930")).events == [.helpCall])
    }

    @Test func `a teach-in is no event, whatever its bits`() {
        var home = SampleHome([
            .enOcean("door", "01825dab", .enOceanDoor), .enOcean("room", "0181b744", .enOceanRoom),
        ])
        #expect(home.receive(SampleHome.enOcean, telegram("d50801825dab00")).words == ["open true"])
        #expect(home.receive(SampleHome.enOcean, telegram("d50001825dab00")).words == [])
        #expect(home.receive(SampleHome.enOcean, telegram("a5000055080181b74400")).words == ["temperature 26.667"])
        #expect(home.receive(SampleHome.enOcean, telegram("a5000055000181b74400")).words == [])
    }

    @Test func `a teach-in that names another profile re-wires nothing`() {
        var home = SampleHome([.enOcean("room", "018a7b30", .enOceanRoom)])
        // A5-07-01 of the same sender.
        _ = home.receive(SampleHome.enOcean, telegram("a51c080080018a7b3000"))
        #expect(home.receive(SampleHome.enOcean, telegram("a500005508018a7b3000")).words == ["temperature 26.667"])
    }

    @Test func `an encrypted telegram presses nothing`() {
        let profile = DeviceProfile(
            id: "raw", title: "Raw", maker: "M", dialect: .enOcean, eep: "F6-02-01",
            fields: [ProfileField(path: "data0", capability: .helpCall, meaning: .happens(when: [.integer(0x10)]))])
        var home = SampleHome([.enOcean("cord", "00298979", profile)])
        #expect(home.receive(SampleHome.enOcean, telegram("30100029897900")).events == [])
        #expect(home.receive(SampleHome.enOcean, telegram("d2100029897900")).events == [])
        #expect(home.receive(SampleHome.enOcean, telegram("f6100029897930")).events == [.helpCall])
    }

    @Test func `a rocker's telegram without a named profile gives the candidates`() throws {
        var stream = EnOceanStream()
        let frame = try #require(stream.take(telegram("f6100029897930"), at: SampleHome([]).moment).frames.first)
        #expect(
            frame.decoded["candidates"]
                == .list(["F6-02-01", "F6-05-01", "F6-05-02", "F6-10-00"].map { .text($0) }))
        #expect(frame.decoded["values"] == nil)
    }

    @Test(arguments: ["f6", "f65000298979", "f610110029897930", "a5000000000000", "d4000029897900", ""])
    func `a telegram of a wrong length is refused`(_ data: String) {
        var home = SampleHome([])
        let decoded = home.receive(SampleHome.enOcean, telegram(data))
        #expect(decoded.readings.isEmpty)
        #expect(decoded.undecodableCount == 1)
    }

    @Test func `after a reload a begun frame goes on, and the new profile counts`() {
        var home = SampleHome([.enOcean("cord", "00298979", .enOceanRoom)])
        let press = telegram("f6500029897930")
        _ = home.receive(SampleHome.enOcean, Array(press.prefix(9)))
        var next = SampleHome([.enOcean("cord", "00298979", .rocker)])
        next.decoder.continueFrom(home.decoder)
        #expect(next.receive(SampleHome.enOcean, Array(press.dropFirst(9))).events == [.helpCall])
    }

    @Test func `the interface tells its base identity`() throws {
        var stream = EnOceanStream()
        let frame = try #require(
            stream.take(bytes("5500050002ce00ff800000da"), at: SampleHome([]).moment).frames.first)
        guard case .interface(.enOcean(let interface)) = frame.content else {
            Issue.record("It is no interface.")
            return
        }
        #expect(interface.base == "ff800000")
    }

    @Test func `profiles are found by name and direction`() {
        #expect(EquipmentProfile.find("f6-02-01")?.profile.title.isEmpty == false)
        #expect(EquipmentProfile.find("A5-20-01")?.direction == 1)
        #expect(EquipmentProfile.find("A5-20-01:2")?.direction == 2)
        #expect(EquipmentProfile.find("A5-20-01:3") == nil)
        #expect(EquipmentProfile.find("A5-02-05:1") == nil)
        #expect(EquipmentProfile.find("nonsense") == nil)
    }
}
