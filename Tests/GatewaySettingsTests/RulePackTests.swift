import GatewayCore
@testable import GatewaySettings
import Testing

/// Rules that come with the product: used by name, changed key by key, left out where nothing can serve them.
struct RulePackTests {
    /// The base home with packs in place of its rules.
    private static func text(_ packs: String, _ rules: String = "", devices: String = "", home: String = "") -> String {
        let end = BaseHome.text.firstRange(of: "rules:\n")?.lowerBound ?? BaseHome.text.endIndex
        let ladders = "  urgent: {rungs: [{tell: [anna], wait: 10m}]}\n  concern: {rungs: [{tell: [anna], wait: 10m}]}\n"
        return BaseHome.text[..<end].replacing("escalations:\n", with: "escalations:\n" + ladders)
            .replacing("  zone: Europe/London\n", with: "  zone: Europe/London\n" + home)
            + devices + "packs: \(packs)\n" + (rules.isEmpty ? "" : "rules:\n" + rules)
    }

    private static let profiles = [
        "devices/motion.yaml": BaseHome.profile("motion", "{path: /occupancy, state: motion}"),
        "devices/bed.yaml": BaseHome.profile("bed", "{path: /bed, state: bed_occupied}"),
        "devices/dispenser.yaml": BaseHome.profile("dispenser", "{path: /dose, event: medicine_taken, when: [taken]}"),
    ]

    private static func read(_ text: String) -> SettingsResult {
        BaseHome.read(text, files: profiles, kinds: RuleRegistry.kinds)
    }

    private static let moving = """
          hall-motion: {profile: motion, room: hall}
          front-door: {profile: door, entrance: true}
          fridge-door: {profile: door}

        """

    @Test(arguments: RulePack.allCases) func `a pack is read, and each of its rules is of a kind that exists`(
        _ pack: RulePack
    ) {
        let content = pack.read()
        #expect(!content.tellsOf.isEmpty && !content.rules.isEmpty)
        for (name, settings) in content.rules {
            let kind = settings.first { $0.key == "kind" }?.value.plainText ?? ""
            #expect(RuleRegistry.kind(named: kind) != nil, "\(name)")
            #expect(settings.contains { $0.key == "title" }, "\(name)")
        }
    }

    @Test func `no two packs have a rule of the same name`() {
        let names = RulePack.allCases.flatMap { $0.read().rules.map(\.name) }
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: RulePack.allCases) func `a pack passes the check without a remark in a home that has all it needs`(
        _ pack: RulePack
    ) throws {
        var devices: [Device] = []
        for capability in Capability.allCases {
            devices.append(
                Device(
                    id: DeviceID(capability.rawValue.replacing("_", with: "-")), name: capability.rawValue,
                    intake: IntakeID("recording"), capabilities: [capability], isEntrance: capability == .open))
        }
        let result = RecordedHomeSettings.read(
            packs: [pack.name], devices: devices, zone: "Europe/London", zones: { _ in BaseHome.london })
        #expect(result.errors == [], "\(BaseHome.report(result))")
        #expect(result.warnings.allSatisfy { !$0.message.contains("pack") }, "\(BaseHome.report(result))")
        let use = try #require(result.settings?.packs.first)
        #expect(use.leftOut == [] && use.rules.map(\.name) == pack.read().rules.map(\.name))
        #expect(result.settings?.plan.rules.map(\.common.id) == use.rules)
    }

    @Test func `all takes every device that can serve, and entrances only those`() throws {
        let result = Self.read(Self.text("[safety-essentials, inactivity]", devices: Self.moving))
        let plan = try #require(result.settings?.plan, "\(BaseHome.report(result))")
        func watched(_ rule: String) -> [String] {
            plan.rules.first { $0.common.id.name == rule }?.watched.map(\.device.name) ?? []
        }
        #expect(watched("help-calls") == ["pendant", "cord", "radio"])
        #expect(watched("hazards") == ["smoke"])
        #expect(watched("entrance-left-open") == ["front-door"])
        #expect(Set(watched("no-morning")) == ["pendant", "cord", "radio", "hall-motion", "front-door", "fridge-door"])
    }

    @Test func `what no device can serve is left out, and named in the summary`() throws {
        let result = Self.read(Self.text("[safety-essentials, falls, night]"))
        let settings = try #require(result.settings, "\(BaseHome.report(result))")
        #expect(settings.plan.rules.map(\.common.id.name) == ["help-calls", "hazards"])
        let lines = SettingsCheck.summary(settings)
        #expect(lines.contains("pack falls: nothing in this home can tell of a fall"))
        #expect(lines.contains("pack night: nothing in this home can tell of what happens at night"))
        #expect(
            lines.contains(
                "pack safety-essentials: help-calls, hazards; nothing in this home serves "
                    + "entrance-left-open (open), mains-lost (mains_lost)"), "\(lines)")
    }

    @Test func `the home's own settings go before the pack's, key by key`() throws {
        let rules = "  no-morning: {after: 2h, devices: [hall-motion]}\n  quiet-day: {kind: inactivity, title: Quiet}\n"
        let result = Self.read(Self.text("inactivity", rules, devices: Self.moving))
        let plan = try #require(result.settings?.plan, "\(BaseHome.report(result))")
        #expect(plan.rules.map(\.common.id.name) == ["no-morning", "quiet-day", "silent-home"])
        #expect(plan.rules[0].watched.map(\.device.name) == ["hall-motion"])
        #expect(plan.rules[0].common.window != nil && plan.rules[0].common.title == "No sign of getting up")
        #expect(plan.rules[1].common.title == "Quiet")
    }

    @Test func `a key of the pack is left out by none, unless the kind needs it`() throws {
        let rules = "  no-morning: {pre_alert: none, window: none, title: none}\n"
        let result = Self.read(Self.text("inactivity", rules, devices: Self.moving))
        let settings = try #require(result.settings, "\(BaseHome.report(result))")
        let rule = try #require(settings.plan.rules.first { $0.common.id.name == "no-morning" })
        #expect(rule.common.window == nil && rule.common.title == "no-morning")
        #expect(rule.common.preAlert == InactivityRule.kind.defaultPreAlert)
        for (key, needed) in [("after", "after"), ("devices", "devices")] {
            let report = BaseHome.report(
                Self.read(Self.text("inactivity", "  no-morning: {\(key): none}\n", devices: Self.moving)))
            #expect(
                report.contains("rule `no-morning` of the pack `inactivity` cannot do without `\(needed)`"), "\(report)")
            #expect(report.contains("= give it another value; `off: true` does without the rule"))
        }
        let inRooms = "  no-morning: {devices: none, rooms: [hall]}\n"
        #expect(Self.read(Self.text("inactivity", inRooms, devices: Self.moving)).settings != nil)
        let never = Self.read(Self.text("inactivity", "  no-morning: {shadow: none}\n", devices: Self.moving))
        #expect(BaseHome.report(never).contains("`none` is neither `true` nor `false`"))
    }

    @Test func `a changed rule is another rule to its memory, and the digest follows the packs`() throws {
        let plain = try #require(Self.read(Self.text("inactivity", devices: Self.moving)).settings)
        let changed = try #require(
            Self.read(Self.text("inactivity", "  no-morning: {after: 2h}\n", devices: Self.moving)).settings)
        func prints(_ settings: Settings) -> [String: String] {
            Dictionary(uniqueKeysWithValues: settings.plan.rules.map { ($0.common.id.name, $0.common.fingerprint) })
        }
        #expect(prints(plain)["no-morning"] != prints(changed)["no-morning"])
        #expect(prints(plain)["quiet-day"] == prints(changed)["quiet-day"])
    }

    @Test func `rooms narrow all, and an animal's movement is nobody's`() throws {
        let devices = Self.moving + "  high-motion: {profile: motion, room: bathroom, overlooks_pets: true}\n"
        let inRooms = Self.read(Self.text("inactivity", "  no-morning: {rooms: [hall]}\n", devices: devices))
        let plan = try #require(inRooms.settings?.plan, "\(BaseHome.report(inRooms))")
        #expect(plan.rules.first { $0.common.id.name == "no-morning" }?.watched.map(\.device.name) == ["hall-motion"])
        let withPets = Self.read(Self.text("inactivity", devices: devices, home: "  pets: true\n"))
        let watched = try #require(withPets.settings?.plan.rules.first).watched.map(\.device.name)
        #expect(watched.contains("high-motion") && !watched.contains("hall-motion"))
    }

    @Test func `signals can be of all devices too`() throws {
        let devices = "  dispenser: {profile: dispenser}\n  other-dispenser: {profile: dispenser}\n"
        let result = Self.read(Self.text("medicines", devices: devices))
        let plan = try #require(result.settings?.plan, "\(BaseHome.report(result))")
        #expect(plan.rules.map(\.common.id.name) == ["morning-dose", "evening-dose", "too-many-doses"])
        #expect(plan.rules.allSatisfy { Set($0.watched.map(\.device.name)) == ["dispenser", "other-dispenser"] })
        #expect(Self.read(Self.text("medicines")).settings?.packs.first?.leftOut.count == 3)
    }

    @Test func `a rule is switched off, and of an emergency that nobody else watches it is said`() throws {
        let rules = "  hazards: {off: true}\n  entrance-left-open: {off: true}\n"
        let result = Self.read(Self.text("safety-essentials", rules, devices: Self.moving))
        let settings = try #require(result.settings, "\(BaseHome.report(result))")
        #expect(settings.plan.rules.map(\.common.id.name) == ["help-calls"])
        #expect(settings.packs[0].switchedOff.map(\.name) == ["hazards", "entrance-left-open"])
        let said = result.warnings.filter { $0.message.contains("is switched off") }
        #expect(said.map(\.message) == [
            "emergency rule `hazards` of the pack `safety-essentials` is switched off, and no other rule is of the kind "
                + "`hazard`: nobody is called when smoke, gas or water is detected"
        ])
    }

    @Test func `a press that is a sign of life is not said to be a call that is no emergency`() {
        let result = Self.read(Self.text("[safety-essentials, inactivity]", devices: Self.moving))
        #expect(!BaseHome.report(result).contains("no emergency"), "\(BaseHome.report(result))")
        let lower = Self.read(Self.text("safety-essentials", "  help-calls: {priority: urgent}\n"))
        #expect(BaseHome.report(lower).contains("makes help_call of device `pendant` no emergency"))
    }

    @Test func `a call that two rules take is remarked`() {
        let rules = "  my-calls: {kind: help_call, devices: [pendant]}\n"
        let result = Self.read(Self.text("safety-essentials", rules))
        #expect(result.warnings.contains { $0.message.contains("people would be told twice") }, "\(BaseHome.report(result))")
        #expect(result.settings != nil)
    }

    @Test func `a door that two packs tell of at night is remarked, until the home has changed one`() {
        func remarks(_ packs: String, _ rules: String = "") -> [String] {
            Self.read(Self.text(packs, rules, devices: Self.moving)).warnings
                .filter { $0.code == .packsTellTwice }.map(\.message)
        }
        #expect(
            remarks("[night, dementia]") == [
                "rule `entrance-open-at-night` of the pack `night` and rule `left-and-left-open` of the pack "
                    + "`dementia` are both `left_open` for `front-door` at the same hours: people would be told twice"
            ])
        #expect(remarks("[safety-essentials, night]").isEmpty)
        #expect(remarks("[night, dementia]", "  left-and-left-open: {window: 06:00-22:00}\n").isEmpty)
        #expect(remarks("[night, dementia]", "  entrance-open-at-night: {off: true}\n").isEmpty)
    }

    /// What is wrong, and where: always at the home's own line.
    private static let mistakes: [(packs: String, rules: String, said: String, hint: String?)] = [
        ("[inactivty]", "", "there is no pack `inactivty`", "did you mean `inactivity`?"),
        ("[falls, falls]", "", "pack `falls` stands twice in this list", nil),
        ("[]", "", "`packs` of the settings names nobody and nothing", nil),
        (
            "inactivity", "  no-morning: {after: soon}\n", "`soon` is not a duration, but `after` is a duration",
            "write it like `30s`, `5m`, `1h30m` or `2d`"
        ),
        (
            "inactivity", "  no-morning: {hold: 2h}\n", "unknown key `hold` in rule `no-morning` of the pack `inactivity`",
            "the kind `inactivity` has `devices`, `after`, `only_when_home`, beside what every rule may have"
        ),
        (
            "inactivity", "  no-mornin: {after: 2h}\n",
            "rule `no-mornin` is not one of the packs of this home, and has no `kind`", "did you mean `no-morning`?"
        ),
        (
            "falls", "  no-morning: {off: true}\n",
            "rule `no-morning` is not one of the packs of this home: only theirs can be switched off",
            "add its pack: `packs: [inactivity]`"
        ),
        (
            "inactivity", "  no-morning: {kind: hazard}\n",
            "rule `no-morning` of the pack `inactivity` is of the kind `inactivity`",
            "leave `kind` out, or give a rule of your own another name"
        ),
        (
            "inactivity", "  no-morning: {off: true, after: 2h}\n",
            "rule `no-morning` is switched off, so that `after` says nothing", "leave `after` out, or `off`"
        ),
        ("inactivity", "  no-morning: 7\n", "rule `no-morning` of the pack `inactivity` is a single value, where settings as `key: value` belong", nil),
        (
            "safety-essentials", "  help-calls: {shadow: true}\n",
            "rule `help-calls` of the pack `safety-essentials` is an emergency, and an emergency is never only on trial",
            "leave `shadow` out, or give the rule a lower priority"
        ),
        (
            "inactivity", "  no-morning: {devices: all entrence}\n", "there is no `all entrence` for this rule",
            "did you mean `entrances`?"
        ),
        (
            "[inactivity]", "  own: {kind: threshold, devices: all, capability: humidity, above: 70}\n",
            "no device of this home tells what this rule needs: humidity", "leave the rule out until there is one"
        ),
    ]

    @Test(arguments: mistakes.indices) func `a mistake is reported at the home's own line`(_ number: Int) throws {
        let mistake = Self.mistakes[number]
        let text = Self.text(mistake.packs, mistake.rules, devices: Self.moving)
        let result = Self.read(text)
        let problem = try #require(
            result.problems.first { $0.message == mistake.said }, "\(BaseHome.report(result))")
        #expect(problem.severity == .error && problem.file == BaseHome.root && problem.hint == mistake.hint)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let own = lines.firstIndex { mistake.rules.isEmpty ? $0.hasPrefix("packs:") : $0 + "\n" == mistake.rules }
        #expect(problem.line == own.map { $0 + 1 })
    }

    @Test func `a rule that only a changed setting leaves without a device is said`() {
        let result = Self.read(Self.text("falls", "  fall-detected: {pre_alert: 20s}\n"))
        #expect(result.warnings.contains { $0.message.hasSuffix("watches nothing: no device of this home tells fall") })
        #expect(result.settings?.plan.rules.count == 0)
    }
}
