import DemoHome
import Foundation
import GatewayCore
import GatewayDaemon
import Synchronization
import Testing

/// The gateway killed again and again while people press for help.
@Suite(.serialized) struct KillTests {
    private static let kills = 50
    /// More than can be pressed during the kills; each once, so that a press is an alert.
    private static let buttons = 240

    /// `PULLCORD_SEED=7` tries other moments.
    private static let seed = ProcessInfo.processInfo.environment["PULLCORD_SEED"].flatMap { UInt64($0) } ?? 20_261_122

    @Test(arguments: [seed])
    func `each press that the broker took is told to each contact as one alert, through fifty kills`(
        seed: UInt64
    ) async throws {
        try await withHome(Self.flat) { home in
            // Slow enough that kills fall between an attempt and its answer.
            home.anna.answer(.accept(after: .milliseconds(120)))
            home.bert.answer(.accept(after: .milliseconds(60)))
            let isOver = Mutex(false)
            async let accepted = press(at: home, seed: seed) { isOver.withLock { $0 } }
            var chance = SeededChance(seed: seed)
            for _ in 0..<Self.kills {
                try await Task.sleep(for: chance.milliseconds(0...1_100), clock: .continuous)
                #expect(await home.gateway.kill() == 128 + 9, "It ended by itself: \(home.gateway.logTail())")
                try await home.gateway.start(until: .started)
            }
            isOver.withLock { $0 = true }
            let pressed = try await accepted
            #expect(pressed.count >= Self.kills / 2, "Too few presses to prove anything.")
            for responder in [home.anna, home.bert] {
                try await eventually("all \(pressed.count) presses told; seed \(seed)", within: .seconds(90)) {
                    let told = Set(responder.tellings.filter(\.isAccepted).map(\.message.zoneNumber))
                    return told.isSuperset(of: pressed)
                }
            }
            try await settle(home)
            for (name, responder) in [("Anna", home.anna), ("Bert", home.bert)] {
                expectEachOnce(responder, pressed, "\(name), seed \(seed)")
            }
            let repeats = home.anna.tellings.count - pressed.count
            #expect(repeats > 0, "No kill fell between an attempt and its answer: that proves nothing.")
            #expect(try await home.gateway.alerts().count == pressed.count)
        }
    }

    private static var flat: TestFlat {
        var flat = TestFlat()
        let names = (1...buttons).map { "button-\($0)" }
        flat.devices = names.map { "\($0): {profile: zigbee-call-button, supervision: none}" }
        flat.rules = ["help: {kind: help_call, devices: [\(names.joined(separator: ", "))], pre_alert: 0s}"]
        // A gateway that is killed each second is not a fault of its paths.
        flat.faultAfter = "1h"
        return flat
    }

    /// Presses one button after the other.
    ///
    /// - Returns: the zones of the presses that the broker has taken.
    private func press(
        at home: TestHome, seed: UInt64, until isOver: @escaping @Sendable () -> Bool
    ) async throws -> Set<Int> {
        let publisher = try await MQTTPublisher.connect(port: home.home.broker.port, id: "buttons")
        var chance = SeededChance(seed: ~seed)
        var taken: Set<Int> = []
        for zone in 1...Self.buttons where !isOver() {
            try await publisher.publish("zigbee2mqtt/button-\(zone)", #"{"action":"single","linkquality":61}"#)
            taken.insert(zone)
            try await Task.sleep(for: chance.milliseconds(20...400), clock: .continuous)
        }
        await publisher.close()
        return taken
    }

    /// Waits until the gateway has nothing left to tell.
    private func settle(_ home: TestHome) async throws {
        try await eventually("the last delivery to be settled") {
            guard let status = try? await home.gateway.status() else { return false }
            return status.waitingDeliveries == 0
        }
    }

    private func expectEachOnce(_ responder: Responder, _ pressed: Set<Int>, _ who: String) {
        let tellings = responder.tellings
        #expect(responder.unreadable == 0)
        #expect(tellings.allSatisfy { $0.isSigned })
        for zone in pressed.sorted() {
            let told = tellings.filter { $0.message.zoneNumber == zone }
            #expect(Set(told.map(\.message.alert)).count == 1, "\(who), zone \(zone): one press is one alert.")
            #expect(Set(told.map(\.delivery)).count == 1, "\(who), zone \(zone): told again under another id.")
            #expect(told.allSatisfy { $0.message.kind == .raised }, "\(who), zone \(zone): told of what was not.")
        }
        let zones = Set(tellings.map(\.message.zoneNumber))
        #expect(zones == pressed, "\(who) was told of what nobody pressed.")
    }
}
