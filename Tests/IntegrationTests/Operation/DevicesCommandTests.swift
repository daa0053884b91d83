import DemoHome
import Foundation
import GatewayTesting
import Synchronization
import Testing

/// `pullcord devices list` and `watch` at a running gateway.
struct DevicesCommandTests {
    @Test func `the list says when a device was heard, and its battery`() async throws {
        try await withHome { home in
            let before = try await home.ask("devices", "list")
            #expect(before.code == 0)
            #expect(before.output.contains("cord: the cord (the hall), heard never"), "\(before.output)")
            #expect(before.output.contains("NOT HEARD YET"), "\(before.output)")
            // The first after the bridge came online may be what it had kept, and is not the device's word.
            let row = try await eventually("the pendant to be heard") {
                try await home.home.zigbee.publish("pendant", #"{"battery":63,"linkquality":90}"#)
                let list = try await home.ask("devices", "list")
                return list.output.split(separator: "\n").first { $0.contains("heard 20") }.map(String.init)
            }
            #expect(row.hasPrefix("pendant: the pendant, heard 20") && row.contains("battery 63 %"), "\(row)")
            let json = try await home.ask("devices", "list", "--json")
            let object = try JSONSerialization.jsonObject(with: Foundation.Data(json.output.utf8)) as? [String: Any]
            #expect((object?["devices"] as? [Any])?.count == 2)
        }
    }

    @Test func `the watch shows what comes, of the devices that were asked for`() async throws {
        try await withHome { home in
            let ended = Mutex(false)
            async let watched = {
                defer { ended.withLock { $0 = true } }
                return try await home.ask("devices", "watch", "pendant", "--for", "3s")
            }()
            var battery = 90
            try await eventually("the watch to end") {
                battery = battery > 10 ? battery - 1 : 90
                for name in ["pendant", "cord"] {
                    try await home.home.zigbee.publish(name, #"{"battery":\#(battery),"linkquality":90}"#)
                }
                return ended.withLock { $0 }
            }
            let answer = try await watched
            #expect(answer.code == 0)
            #expect(answer.output.contains(" pendant: battery "), "\(answer.output)")
            #expect(!answer.output.contains("cord"), "\(answer.output)")
        }
    }

    @Test func `a device that is not there is said so`() async throws {
        try await withHome { home in
            let answer = try await home.ask("devices", "watch", "pendnat", "--for", "1s")
            #expect(answer.code == 64)
            #expect(answer.output.contains("There is no device `pendnat`"), "\(answer.output)")
        }
    }

    @Test func `discover names who is behind a broker, and proposes settings`() async throws {
        let list = #"[{"type":"EndDevice","friendly_name":"pendant","definition":{"model":"TS0215A_sos","vendor":"Tuya"}}]"#
        let config = #"{"state_topic":"x/y","device_class":"door","device":{"identifiers":["A"],"name":"Shed\u001b[31m"}}"#
        try await withBroker { broker in
            try await broker.publish("zigbee2mqtt/bridge/devices", list, retain: true)
            try await broker.publish("shellies/shellydw2-A4/sensor/state", "open", retain: true)
            try await broker.publish("homeassistant/binary_sensor/shed/config", config, retain: true)
            try await broker.publish("living/room/lamp", "on", retain: true)
            try await withBuiltCommand { command in
                let words = ["devices", "discover", "--broker", "127.0.0.1:\(broker.port)", "--for", "2"]
                let found = try await command.run(words + ["--profiles", ProjectFolder.profiles])
                #expect(found.code == 0, "\(found.output)")
                #expect(found.output.contains("Heard shellies/shellydw2-A4 (shelly_gen1): contact.open"), "\(found.output)")
                #expect(found.output.contains("binary_sensor door on x/y"), "\(found.output)")
                #expect(found.output.contains("profile: tuya-ts0215a-sos"), "\(found.output)")
                let shelly = "profile: shelly-dw2\n    topic: shellies/shellydw2-A4\n"
                #expect(found.output.contains(shelly), "\(found.output)")
                #expect(!found.output.contains("lamp") && !found.output.contains("\u{1B}"))
            }
        }
    }

    @Test func `listening goes on for longer than a broker waits for a sign of life`() async throws {
        try await withBroker { broker in
            try await withBuiltCommand { command in
                let words = ["devices", "discover", "--broker", "127.0.0.1:\(broker.port)", "--for", "18"]
                let found = try await command.run(words + ["--profiles", ProjectFolder.profiles])
                #expect(found.code == 0, "\(found.output)")
            }
        }
    }

    @Test(.enabled(if: MockPorts.runner != nil, "umockdev is not installed (apt install umockdev)."))
    func `discover asks a receiver at its port what it speaks, and proposes it as an intake`() async throws {
        try await withBroker { broker in
            try await withBuiltCommand { command in
                let words = ["devices", "discover", "--broker", "127.0.0.1:\(broker.port)", "--for", "1", "--listen-ports"]
                let found = try await command.run(
                    [
                        "-d", MockPorts.receiver, "-s", "/dev/ttyUSB0=" + MockPorts.file("rfxtrx-hello.script"), "--",
                        try ProjectFolder.pullcord(),
                    ] + words + ["--profiles", ProjectFolder.profiles], program: MockPorts.runner)
                #expect(found.code == 0, "\(found.output)")
                #expect(found.output.contains("Port /dev/ttyUSB0: RFXCOM_RFXtrx433_A1YIOGBV"), "\(found.output)")
                #expect(found.output.contains("  It speaks rfxtrx.\n"), "\(found.output)")
                let intake = "    serial:\n      protocol: rfxtrx\n      usb_serial: RFXCOM_RFXtrx433_A1YIOGBV\n"
                #expect(found.output.contains(intake), "\(found.output)")
            }
        }
    }

    @Test(.enabled(if: MockPorts.runner != nil, "umockdev is not installed (apt install umockdev)."))
    func `discover never opens the stick of a Zigbee program`() async throws {
        try await withBroker { broker in
            try await withBuiltCommand { command in
                let receiver = try String(contentsOfFile: MockPorts.receiver, encoding: .utf8)
                let stick = receiver.replacing("product=RFXtrx433", with: "product=Sonoff Zigbee 3.0 USB Dongle Plus")
                try command.write(stick, to: "zigbee.umockdev")
                let words = ["devices", "discover", "--broker", "127.0.0.1:\(broker.port)", "--for", "1", "--listen-ports"]
                let found = try await command.run(
                    ["-d", command.path("zigbee.umockdev"), "--", try ProjectFolder.pullcord()] + words
                        + ["--profiles", ProjectFolder.profiles], program: MockPorts.runner)
                #expect(found.code == 0, "\(found.output)")
                #expect(found.output.contains("left alone: /dev/ttyUSB0 is a Zigbee or Z-Wave stick"), "\(found.output)")
                #expect(!found.output.contains("It speaks"), "\(found.output)")
                #expect(!found.output.contains("intakes:"), "\(found.output)")
            }
        }
    }

    @Test func `without a broker discover says so and ends with 69`() async throws {
        try await withBuiltCommand { command in
            let port = try MosquittoBroker.freePort()
            let ended = try await command.run(["devices", "discover", "--broker", "127.0.0.1:\(port)", "--for", "1"])
            #expect(ended.code == 69, "\(ended.output)")
            #expect(ended.output.contains("cannot be listened to"), "\(ended.output)")
        }
    }
}
