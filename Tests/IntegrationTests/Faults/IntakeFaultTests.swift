import DemoHome
import GatewayCore
import LinuxSupport
import Testing

/// The broker or the serial line fails: people are told, and it is found again without a restart.
@Suite(.serialized) struct IntakeFaultTests {
    @Test func `a killed broker is a fault, and the press after its return is heard`() async throws {
        try await withHome { home in
            try await home.waitUntilWell()
            // Zigbee2MQTT's own connection ends too; its device states are no part of this.
            await home.home.broker.kill()
            let notice = try await home.bert.first("Bert to be told of the fault") {
                $0.message.about == .intakeFault && $0.message.kind == .raised
            }
            #expect(notice.message.sentence.contains("intake broker"), "\(notice.message.sentence)")
            try await home.home.broker.start()
            try await home.bert.first("Bert to learn that the broker is back") {
                $0.message.alert == notice.message.alert && $0.message.kind == .closed
            }
            try await home.press()
            try await home.anna.first("Anna to be told of the press") {
                $0.message.about == .helpCall && $0.message.kind == .raised
            }
        }
    }

    @Test func `a broker that restarts is no fault, and nothing pressed after it is lost`() async throws {
        var flat = TestFlat()
        flat.faultAfter = "30s"
        try await withHome(flat) { home in
            try await home.waitUntilWell()
            try await home.home.broker.restart()
            // At once: the broker keeps it for the session until the gateway is there again.
            try await home.press()
            try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
            try await home.waitUntilWell()
            #expect(!home.anna.tellings.contains { $0.message.priority == .fault })
        }
    }

    @Test func `a serial line pulled out and plugged in under another name is found again`() async throws {
        var flat = TestFlat()
        flat.addRadio()
        try await withHome(flat, parts: [.broker, .radio, .gateway]) { home in
            try await home.waitUntilWell()
            try await home.home.radio.pressPendant()
            try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
            let first = try await home.alert(.helpCall)
            _ = try await home.ask("alerts", "close", "\(first.id)", "--as", "anna", "--outcome", "test")

            home.home.radio.unplug()
            let notice = try await home.bert.first("Bert to be told of the fault") {
                $0.message.about == .intakeFault && $0.message.kind == .raised
            }
            #expect(notice.message.sentence.contains("intake receiver"), "\(notice.message.sentence)")
            // Another pseudo-terminal takes the old one's number, so that the next one has another.
            let other = try PseudoTerminal()
            try home.home.radio.plugIn()
            try await home.bert.first("Bert to learn that the line is back") {
                $0.message.alert == notice.message.alert && $0.message.kind == .closed
            }
            try await home.home.radio.pressPendant(identity: 0xBADA55)
            try await home.anna.first("Anna to be told of the next press") {
                $0.message.about == .helpCall && $0.message.kind == .raised && $0.message.alert != first.id
            }
            other.unplug()
        }
    }
}
