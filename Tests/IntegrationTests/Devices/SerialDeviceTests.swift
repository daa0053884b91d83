import DemoHome
import GatewayCore
import GatewayDaemon
import GatewayTesting
import Testing

/// A receiver of each serial protocol at the built gateway, from its hello to who is told.
@Suite(.serialized) struct SerialDeviceTests {
    @Test func `a call by each protocol is one alert, and strange or silent sticks are left alone`() async throws {
        let all = SerialDevice.all
        let peers = try all.map { try SerialPeer(question: $0.question, answer: $0.answer) }
        // A modem, where an RFXtrx receiver should be, and nothing at all where an EnOcean receiver should be.
        let modem = try SerialPeer(answer: Array("\r\nOK\r\n".utf8))
        let nothing = try SerialPeer()
        defer { for peer in peers + [modem, nothing] { peer.close() } }
        var flat = TestFlat()
        flat.intakes = zip(all, peers).map { "\($0.name): {serial: {protocol: \($0.name), file: \($1.path)}}" }
        flat.intakes.append("modem: {serial: {protocol: rfxtrx, file: \(modem.path)}}")
        flat.intakes.append("nothing: {serial: {protocol: enocean, file: \(nothing.path)}}")
        flat.devices = all.map { device in
            "\(device.name): " + device.device.dropLast() + ", intake: \(device.name)}"
        }
        flat.devices.append("strange: {profile: rfxtrx-security-panic, address: \"20:02:c0ffee\", supervision: none}")
        flat.devices.append("silent: {profile: enocean-ptm-rocker, address: 0182abcd, intake: nothing}")
        flat.rules = all.compactMap { device in
            device.rule.map { "\(device.name): {devices: [\(device.name)], \($0)}" }
        }
        flat.rules.append("strange: {kind: help_call, devices: [strange, silent], pre_alert: 0s}")
        try await withHome(flat) { home in
            try await run(home, all, peers)
            for (name, words) in [
                ("modem", "does not speak as an RFXtrx receiver does"), ("nothing", "does not answer; an EnOcean"),
            ] {
                try await eventually("\(name) to be left alone") {
                    let down = try await home.gateway.status().downPaths.first { $0.path == .intake(IntakeID(name)) }
                    return down?.reason.contains(words) == true
                }
                try await home.bert.first("Bert to be told of \(name)") {
                    $0.message.about == .intakeFault && $0.message.sentence.contains("intake \(name)")
                }
            }
            let calls = try await home.gateway.alerts().filter { $0.priority == .emergency }
            #expect(calls.compactMap { $0.device?.name }.sorted() == all.filter { $0.rule != nil }.map(\.name).sorted())
        }
    }

    private func run(_ home: TestHome, _ all: [SerialDevice], _ peers: [SerialPeer]) async throws {
        // A meter is asked for nothing: its telegram is its hello.
        for (device, peer) in zip(all, peers) where device.rule == nil {
            try await eventually("\(device.name) to be heard") {
                try peer.send(device.call)
                return try await home.gateway.status().connected.contains(IntakeID(device.name))
            }
            try await eventually("its reading to be known") {
                try peer.send(device.call)
                guard case .devices(let report) = try await home.gateway.ask(.devices) else { return false }
                let meter = report.devices.first { $0.id == DeviceID(device.name) }
                return meter?[.power]?.value == .number(Quantity(thousandths: 244_000))
            }
        }
        for (device, peer) in zip(all, peers) where device.rule != nil {
            try await eventually("\(device.name) to be up") {
                try await home.gateway.status().connected.contains(IntakeID(device.name))
            }
            // As a sender repeats itself.
            for _ in 0..<3 { try peer.send(device.call) }
            try await eventually("the call by \(device.name)") {
                try await home.gateway.alerts().contains { $0.device == DeviceID(device.name) }
            }
        }
    }
}
