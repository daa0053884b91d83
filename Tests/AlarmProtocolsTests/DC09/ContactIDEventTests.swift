import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct ContactIDEventTests {
    @Test(arguments: [
        (AlertKind.helpCall, "1101 00 003"), (.fall, "1101 00 003"), (.smoke, "1111 00 003"), (.heat, "1114 00 003"),
        (.carbonMonoxide, "1162 00 003"), (.gas, "1151 00 003"), (.flood, "1154 00 003"),
        (.glassBreak, "1130 00 003"), (.tamper, "1144 00 003"), (.inactivity, "1102 00 003"),
        (.temperatureHigh, "1158 00 003"), (.temperatureLow, "1159 00 003"), (.limitExceeded, "1150 00 003"),
        (.leftOpen, "1150 00 003"), (.deviceSilence, "1381 00 003"), (.batteryLow, "1384 00 003"),
        (.intakeFault, "1333 00 003"), (.bridgeFault, "1333 00 003"), (.channelFault, "1350 00 003"),
        (.storageFault, "1333 00 003"), (.clockFault, "1333 00 003"), (.settingsFault, "1333 00 003"),
        (.gatewayFault, "1333 00 003"),
    ])
    func `each kind of alert has its code`(kind: AlertKind, text: String) {
        #expect(ContactIDEvent(sampleMessage(about: kind), codes: [:])?.text == text)
    }

    @Test func `no kind was forgotten`() {
        #expect(AlertKind.allCases.allSatisfy { ContactIDCode.range.contains(ContactIDCode.standard(for: $0)) })
    }

    @Test(arguments: [
        (MessageKind.raised, "1101 00 003" as String?), (.updated, "6101 00 003"), (.closed, "3101 00 003"),
        (.acknowledged, nil),
    ])
    func `each kind of message has its qualifier`(kind: MessageKind, text: String?) {
        #expect(ContactIDEvent(sampleMessage(kind), codes: [:])?.text == text)
    }

    @Test func `what the person took back is a cancellation`() {
        let message = sampleMessage(.closed, state: "cancelled")
        #expect(ContactIDEvent(message, codes: [:])?.text == "1406 00 003")
    }

    @Test func `a test is a test, whatever was tested, and is told once`() {
        #expect(ContactIDEvent(sampleMessage(about: .smoke, isTest: true), codes: [.smoke: 110])?.text == "1601 00 003")
        #expect(ContactIDEvent(sampleMessage(.closed, isTest: true), codes: [:]) == nil)
    }

    @Test(arguments: [(100, "1100 00 003"), (0, "1101 00 003"), (1_000, "1101 00 003"), (-1, "1101 00 003")])
    func `a centre's own code is used where it is one`(code: Int, text: String) {
        #expect(ContactIDEvent(sampleMessage(), codes: [.helpCall: code])?.text == text)
    }

    @Test(arguments: [(0, "000"), (999, "999"), (1_000, "000"), (-1, "000")])
    func `a zone beyond three digits is none`(zone: Int, text: String) {
        #expect(ContactIDEvent(sampleMessage(zone: zone), codes: [:])?.text == "1101 00 " + text)
    }
}
