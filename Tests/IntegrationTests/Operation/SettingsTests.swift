import DemoHome
import GatewayCore
import GatewayDaemon
import LinuxSupport
import Testing

/// Settings that are read again, hold mistakes, or are gone.
@Suite(.serialized) struct SettingsTests {
    /// The settings of a home with a mistake in them.
    private func spoil(_ home: TestHome) throws {
        var flat = home.flat
        flat.rules = ["help: {kind: help_call, devices: [nobody]}"]
        try home.write(flat)
    }

    @Test func `a bad file at a reload changes nothing, is a fault, and the next good one ends it`() async throws {
        try await withHome { home in
            try spoil(home)
            let refused = try await home.ask("reload")
            #expect(refused.code == 1)
            #expect(refused.output.contains("were not taken"), "\(refused.output)")
            let notice = try await home.bert.first("Bert to be told of the fault") {
                $0.message.about == .settingsFault && $0.message.kind == .raised
            }
            // The old settings still watch.
            try await home.press()
            try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }

            var better = TestFlat()
            better.devices.append("bell: {profile: zigbee-call-button, name: the bell, supervision: none}")
            better.rules = ["help: {kind: help_call, devices: [pendant, cord, bell], pre_alert: 0s}"]
            try home.write(better)
            home.gateway.reload()
            try await home.bert.first("Bert to learn that the settings are good") {
                $0.message.alert == notice.message.alert && $0.message.kind == .closed
            }
            // The new button's topic is subscribed while the reload goes on.
            try await home.waitUntilWell()
            try await eventually("a press of the new button") {
                try await home.press("bell")
                return home.anna.tellings.contains { $0.message.zoneNumber == 3 }
            }
            #expect(try await home.gateway.alerts().count { $0.kind == .helpCall } == 2)
        }
    }

    @Test func `a reload with a bad file by signal is refused as well`() async throws {
        try await withHome { home in
            try spoil(home)
            home.gateway.reload()
            _ = try await home.alert(.settingsFault)
            #expect(home.gateway.isRunning)
            #expect(home.gateway.logText.contains("settings not taken"))
        }
    }

    @Test func `a start with bad settings runs on the last good ones and says so`() async throws {
        try await withHome { home in
            await home.gateway.stop()
            try spoil(home)
            try await home.gateway.start()
            let status = try await home.ask("status")
            #expect(status.code == 3)
            #expect(status.output.contains("running on the last good ones"), "\(status.output)")
            try await home.press()
            try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
            let notice = try await home.bert.first("Bert to be told of the fault") {
                $0.message.about == .settingsFault
            }
            try home.write(TestFlat())
            #expect(try await home.ask("reload").code == 0)
            try await home.bert.first("Bert to learn that the settings are good") {
                $0.message.alert == notice.message.alert && $0.message.kind == .closed
            }
            #expect(try await home.gateway.status().runsOnKeptSettings == false)
        }
    }

    @Test func `a start with bad settings and none kept ends with 78`() async throws {
        try await withHome(parts: []) { home in
            try spoil(home)
            let state = home.settingsFile + "-state"
            let ended = try await home.pullcord(
                ["run", "-s", home.settingsFile, "--profiles", ProjectFolder.profiles, "--state", state])
            #expect(ended.code == 78)
            #expect(ended.output.contains("home.yaml:") && ended.output.contains("nobody"), "\(ended.output)")
        }
    }

    @Test func `a second gateway on the same ledger ends with 74 and leaves the first alone`() async throws {
        try await withHome { home in
            let second = try await home.pullcord(
                ["run", "-s", home.settingsFile, "--profiles", ProjectFolder.profiles])
            #expect(second.code == 74, "\(second.output)")
            try await home.press()
            try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
        }
    }

    // Static linking silently leaves the tables of time zones out (docs/ARCHITECTURE.md): then the zone's name
    // is unknown, or its clock shows UTC.
    @Test(arguments: [("Asia/Kathmandu", 345), ("Pacific/Kiritimati", 840), ("America/St_Johns", nil)])
    func `named time zones work in the built binary`(zone: String, minutesEast: Int?) async throws {
        var flat = TestFlat()
        flat.zone = zone
        try await withHome(flat) { home in
            let status = try await home.gateway.status()
            #expect(status.zone == zone)
            let utc = CivilTime(SystemClock.wallTime())
            #expect(status.localTime != "\(utc.date) \(utc.clock)")
            try await home.press()
            let told = try await home.anna.first("Anna to be told of the press") { $0.message.about == .helpCall }
            guard let minutesEast else { return }
            let local = CivilTime(told.message.happened, offset: minutesEast * 60)
            #expect(told.message.sentence.contains("at \(local.clock)"), "\(told.message.sentence)")
        }
    }
}
