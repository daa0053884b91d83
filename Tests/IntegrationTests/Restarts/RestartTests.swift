import DemoHome
import GatewayCore
import GatewayDaemon
import LinuxSupport
import Testing

/// The gateway comes back: nothing that was is forgotten, and nothing that was not happens.
@Suite(.serialized) struct RestartTests {
    @Test func `what the broker kept and the bridge sends again after a restart alarms nobody`() async throws {
        var flat = TestFlat()
        flat.devices += [
            "smoke: {profile: zigbee-smoke, room: hall}", "door: {profile: aqara-mccgq11lm, room: hall}",
        ]
        flat.rules += [
            "fire: {kind: hazard, devices: [smoke]}", "open: {kind: left_open, devices: [door], hold: 1s}",
        ]
        try await withHome(flat) { home in
            let zigbee = home.home.zigbee
            try await home.waitUntilWell()
            // Zigbee2MQTT set to retain: the broker keeps the last press and the last states.
            try await zigbee.publish("pendant", #"{"action":"emergency","battery":97}"#, isRetained: true)
            try await zigbee.publish("smoke", #"{"smoke":false,"battery":100}"#, isRetained: true)
            try await zigbee.publish("door", #"{"contact":true,"battery":91}"#, isRetained: true)
            let first = try await home.alert(.helpCall)
            _ = try await home.ask("alerts", "close", "\(first.id)", "--as", "anna", "--outcome", "test")
            try await home.waitUntil(first.id, is: "closed")
            for isHard in [true, false] {
                if isHard { await home.gateway.kill() } else { await home.gateway.stop() }
                try await home.gateway.start()
                // The bridge starts too, and sends its cache without the retain flag.
                try await zigbee.setOnline(false)
                try await zigbee.setOnline(true)
                try await zigbee.publish("pendant", #"{"battery":97,"linkquality":90}"#)
                try await zigbee.publish("smoke", #"{"smoke":false,"battery":100}"#)
                try await zigbee.publish("door", #"{"contact":true,"battery":91}"#)
            }
            // What comes after all that shows that it has been heard and was not enough.
            try await home.press("cord")
            try await eventually("the press of the cord") {
                try await home.gateway.alerts().contains { $0.device == DeviceID("cord") }
            }
            let alerts = try await home.gateway.alerts()
            #expect(alerts.map(\.device) == [DeviceID("pendant"), DeviceID("cord")], "\(alerts.map(\.title))")
            #expect(alerts.first?.occurrences == 1)
        }
    }

    @Test func `a gateway that is new to a broker full of kept messages alarms nobody`() async throws {
        try await withHome(parts: [.broker]) { home in
            try await home.home.zigbee.publish("pendant", #"{"action":"emergency"}"#, isRetained: true)
            try await home.home.zigbee.publish("cord", #"{"action":"single"}"#, isRetained: true)
            try await home.gateway.start()
            try await eventually("the kept messages to be heard") {
                try await home.gateway.status().figures.copies == 2
            }
            #expect(try await home.gateway.alerts().isEmpty)
            try await home.press()
            _ = try await home.alert(.helpCall)
        }
    }

    private var door: TestFlat {
        var flat = TestFlat()
        flat.devices += ["door: {profile: aqara-mccgq11lm, name: the front door, room: hall, supervision: none}"]
        flat.rules += ["open: {kind: left_open, title: The door stands open, devices: [door], hold: 8s}"]
        return flat
    }

    @Test func `a door that stood open past its hold while the gateway was away is an alert at once`() async throws {
        try await withHome(door) { home in
            try await home.waitUntilWell()
            try await home.home.zigbee.publish("door", #"{"contact":false,"battery":91}"#, isRetained: true)
            let opened = ContinuousClock.now
            try await eventually("the door to be heard") { try await home.gateway.status().figures.readings > 0 }
            await home.gateway.kill()
            try await Task.sleep(until: opened + .seconds(9), clock: .continuous)
            try await home.gateway.start()
            let told = try await home.anna.first("Anna to be told of the door") { $0.message.about == .leftOpen }
            #expect(told.message.kind == .raised)
            #expect(try await home.gateway.alerts().map(\.kind) == [.leftOpen])
        }
    }

    @Test func `a hold goes on through a kill and ends when it is due`() async throws {
        try await withHome(door) { home in
            try await home.waitUntilWell()
            let opened = ContinuousClock.now
            try await home.home.zigbee.publish("door", #"{"contact":false,"battery":91}"#)
            try await eventually("the door to be heard") { try await home.gateway.status().figures.readings > 0 }
            try await Task.sleep(until: opened + .seconds(4), clock: .continuous)
            await home.gateway.kill()
            try await home.gateway.start(until: .answering)
            let restarted = ContinuousClock.now
            let told = try await home.anna.first("Anna to be told of the door") { $0.message.about == .leftOpen }
            #expect(told.at - opened >= .seconds(8), "Not before its time.")
            #expect(told.at - restarted < .seconds(8), "Not begun anew by the restart.")
        }
    }

    @Test func `a press while the gateway was away is told when it is back, with its age`() async throws {
        try await withHome { home in
            await home.gateway.stop()
            let pressed = SystemClock.wallTime() - .minutes(14)
            try await home.home.zigbee.publish(
                "pendant", #"{"action":"emergency","last_seen":"\#(pressed.rfc3339)"}"#)
            try await home.gateway.start()
            let told = try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
            #expect(told.message.kind == .raised)
            // Without a trusted clock the device's own time can be neither believed nor doubted.
            guard try await home.gateway.status().now.quality != .unsynchronised else {
                #expect(told.message.sentence.contains("by a clock that is not set"), "\(told.message.sentence)")
                return
            }
            #expect(told.message.sentence.contains("14 minutes ago, sent now"), "\(told.message.sentence)")
            #expect(told.late.map { $0 >= .minutes(14) } ?? false)
            #expect(told.message.happened == pressed)
        }
    }

    @Test func `an alert that was taken stays taken, and nobody is told again`() async throws {
        try await withHome { home in
            try await home.press()
            let alert = try await home.alert(.helpCall)
            for responder in [home.anna, home.bert] {
                try await responder.first("everybody to be told") { $0.isAccepted && $0.message.kind == .raised }
            }
            _ = try await home.ask("alerts", "acknowledge", "\(alert.id)", "--as", "anna")
            try await home.bert.first("Bert to learn who takes it") { $0.message.kind == .acknowledged }
            try await home.anna.first("Anna to learn that it is noted") { $0.message.kind == .acknowledged }
            try await eventually("all to be told") { try await home.gateway.status().waitingDeliveries == 0 }
            let mark = home.home.log.mark
            await home.gateway.kill()
            try await home.gateway.start()
            // The person hears again how it stands: what was said last may not have been heard.
            _ = try await home.lamp(shows: "acknowledged", since: mark)
            let again = try await home.alert(alert.id)
            #expect(again.acknowledgement?.by == ContactID("anna"))
            #expect(again.story.count == again.story.map(\.sequence).reduce(into: Set()) { $0.insert($1) }.count)
            try await home.press("cord")
            let next = try await home.bert.first("Bert to be told of another press") {
                $0.message.alert != alert.id && $0.message.kind == .raised
            }
            #expect(next.message.zoneNumber == 2)
            for responder in [home.anna, home.bert] {
                let told = responder.tellings.filter { $0.message.alert == alert.id && $0.message.kind == .raised }
                #expect(Set(told.map(\.delivery)).count == 1)
            }
        }
    }

    @Test func `a pre-alert goes on through a kill and can still be cancelled`() async throws {
        var flat = TestFlat()
        flat.rules = ["help: {kind: help_call, devices: [pendant, cord], pre_alert: 30s}"]
        try await withHome(flat) { home in
            try await home.press()
            let alert = try await home.alert(.helpCall)
            #expect(alert.isPending)
            await home.gateway.kill()
            try await home.gateway.start()
            #expect(try await home.alert(alert.id).isPending)
            #expect(try await home.ask("ok").code == 0)
            try await home.waitUntil(alert.id, is: "cancelled")
            _ = try await home.lamp(shows: "cancelled")
            #expect(home.anna.tellings.isEmpty)
        }
    }
}
