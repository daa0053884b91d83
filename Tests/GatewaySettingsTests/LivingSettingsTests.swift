import GatewayCore
import GatewaySettings
import Testing

/// Who comes and goes, and how the home is lived in.
struct LivingSettingsTests {
    private func settings(_ text: String, files: [String: String] = [:]) throws -> Settings {
        let result = BaseHome.read(text, files: files)
        #expect(BaseHome.report(result) == "")
        return try #require(result.settings)
    }

    @Test func `visitors, modes and quiet hours are read`() throws {
        let plan = try settings(
            BaseHome.text + """
                visitors:
                  nurse: {name: The nurse, stay: 45m}
                  anna: Anna
                modes:
                  night: {window: 22:30-07:00, stay: 9h}
                  away: {stay: 6h}
                  holiday: {stay: 21d}
                  visitors: {stay: 3h}
                alerts: {quiet_hours: 21:00-08:00, group_wait: 1m, messages_per_hour: 5}

                """
        ).plan
        #expect(plan.home.visitors.map(\.name) == ["The nurse", "Anna"])
        #expect(plan.home.visitors.map(\.stay) == [.minutes(45), .hours(4)])
        #expect(plan.night?.clock == "22:30–07:00")
        #expect(plan.stay(in: .night) == .hours(9))
        #expect(plan.stay(in: .away) == .hours(6))
        #expect(plan.stay(in: .holiday) == .days(21))
        #expect(plan.stay(in: .visitors) == .hours(3))
        #expect(plan.quietHours?.clock == "21:00–08:00")
        #expect(plan.groupWait == .minutes(1))
        #expect(plan.messagesPerHour == 5)
    }

    @Test func `without a word of it a home has no night, no pets and the usual stays`() throws {
        let plan = try settings(BaseHome.text).plan
        #expect(plan.night == nil && plan.quietHours == nil && !plan.home.hasPets && plan.home.visitors.isEmpty)
        #expect(HomeMode.allCases.allSatisfy { plan.stay(in: $0) == Plan.defaultStay($0) })
        #expect(plan.groupWait == Plan.defaultGroupWait)
        #expect(plan.messagesPerHour == Plan.defaultMessagesPerHour)
    }

    @Test func `an entrance, a sensor above the cat and a nurse's tag are known as such`() throws {
        let text = BaseHome.text
            .replacing("  zone: Europe/London\n", with: "  zone: Europe/London\n  pets: true\nvisitors: {nurse: The nurse}\n")
            .replacing(
                "rules:\n",
                with: """
                      door: {profile: door, entrance: true}
                      eye: {profile: eye, overlooks_pets: true}
                      tag: {profile: pendant, visitor: nurse}
                    rules:

                    """)
        let files = ["devices/eye.yaml": BaseHome.profile("eye", "{path: /occupancy, state: motion}")]
        // The tag calls for help and is in no rule, and nothing is said of it: it is meant to be a tag.
        let home = try settings(text, files: files).plan.home
        #expect(home.hasPets)
        #expect(home.devices.filter(\.isEntrance).map(\.id.name) == ["door"])
        #expect(home.devices.filter(\.overlooksPets).map(\.id.name) == ["eye"])
        #expect(home.devices.filter { $0.visitor != nil }.map(\.id.name) == ["tag"])
    }

    @Test func `signals are read in every form`() throws {
        let result = BaseHome.read(
            BaseHome.text.replacing(
                "rules:\n",
                with: """
                      door: {profile: door}
                      panel: {profile: panel}
                    rules:
                      round:
                        kind: duty
                        window: 08:00-10:00
                        steps:
                          - door
                          - {device: panel, capability: button_press}
                          - {device: panel, capability: switched_on, is: false}

                    """))
        let rule = try #require(result.settings?.plan.rules.first as? DutyRule, "\(BaseHome.report(result))")
        #expect(
            rule.steps == [
                Signal(DeviceID("door"), .open), Signal(DeviceID("panel"), .buttonPress),
                Signal(DeviceID("panel"), .switchedOn, isOn: false),
            ])
    }
}
