internal import GatewayCore
internal import GatewaySettings
internal import Testing

/// Rules about one person: ranges of limits, and whose devices they name.
struct PersonalRuleTests {
    private static func report(_ rule: String, shared: Bool = false) -> String {
        let devices = """
              cuff: {profile: cuff, resident: margaret}
              other_cuff: {profile: cuff\(shared ? "" : ", resident: arthur")}

            """
        let text =
            BaseHome.text.replacing("margaret: Margaret", with: "margaret: Margaret\n  arthur: Arthur")
            .replacing("rules:\n", with: devices + "rules:\n  pressure: {\(rule), priority: emergency}\n")
        let result = BaseHome.read(
            text,
            files: ["devices/cuff.yaml": BaseHome.profile("cuff", "{path: /systolic, number: systolic_pressure}")],
            kinds: RuleRegistry.kinds)
        return result.problems.map(\.message).joined(separator: "\n")
    }

    @Test(arguments: [
        ("devices: [cuff], above: 160, below: 100", ""),
        ("devices: [cuff], above: 160", ""),
        ("devices: [cuff], below: 100", ""),
        ("devices: [cuff]", "rule `pressure` has no limit"),
        (
            "devices: [cuff], above: 100, below: 160",
            "rule `pressure` finds no value well: `below` is not less than `above`"
        ),
        (
            "devices: [cuff], above: 100, below: 100",
            "rule `pressure` finds no value well: `below` is not less than `above`"
        ),
        (
            "devices: [cuff, other_cuff], above: 160",
            "rule `pressure` is about one person, and its devices are of several"
        ),
    ])
    func `personal limits are one, the other or a range, of one person`(_ settings: String, _ problem: String) {
        #expect(Self.report("kind: vital_sign, capability: systolic_pressure, " + settings) == problem)
    }

    @Test func `a device of nobody goes with that of a person`() {
        let rule = "kind: vital_sign, capability: systolic_pressure, devices: [cuff, other_cuff], above: 160"
        #expect(Self.report(rule, shared: true) == "")
    }

    @Test func `a score of two people is refused`() {
        #expect(
            Self.report("kind: early_warning, devices: [cuff, other_cuff]")
                == "rule `pressure` is about one person, and its devices are of several")
    }
}
