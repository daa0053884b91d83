import GatewayCore
import GatewaySettings
import Testing

/// Values of a rule that are right each by itself and wrong together, as the kinds say.
@Suite struct RuleConflictTests {
    private static let profiles = [
        "devices/bed.yaml": BaseHome.profile("bed", "{path: /occupied, state: bed_occupied}"),
        "devices/contact.yaml": BaseHome.profile("contact", "{path: /open, state: open}"),
        "devices/motion.yaml": BaseHome.profile("motion", "{path: /occupancy, state: motion}"),
    ]

    private static func report(_ rule: String, hasEntrance: Bool) -> String {
        let devices = """
              bed: {profile: bed}
              bath: {profile: climate, room: bathroom}
              hall: {profile: motion}
              front: {profile: contact\(hasEntrance ? ", entrance: true" : "")}
              inner: {profile: contact}
            rules:
              new: {\(rule), escalation: emergency}
              help:
            """
        let text = BaseHome.text.split(separator: "rules:\n  help:", maxSplits: 1, omittingEmptySubsequences: false)
        let home = text.joined(separator: devices)
        return BaseHome.report(BaseHome.read(home, files: profiles, kinds: RuleRegistry.kinds))
    }

    @Test(arguments: [
        ("kind: rate, devices: [climate], capability: temperature, within: 1h", "has no limit"),
        ("kind: rate, rooms: [bathroom], capability: temperature, within: 1h", "has no limit"),
        (
            "kind: rate, devices: [climate], capability: temperature, within: 1h, rises_by: 1, falls_by: 1",
            "has both `rises_by` and `falls_by`"
        ),
        (
            "kind: rate, devices: [climate], capability: temperature, within: 1h, falls_by: 0",
            "`falls_by` is not above zero"
        ),
        ("kind: not_returned, devices: [bed]", "does not say when they should be back"),
        ("kind: not_returned, within: 30m", "names no bed or chair"),
        ("kind: not_returned, devices: [bed], within: 30m, confidence: 80", "only the whole home needs"),
        ("kind: not_returned, place: home, devices: [bed], within: 3h", "is about the whole home and about"),
        ("kind: occupied_too_long, devices: [hall], hold: 1h", "cannot know from movement alone"),
        ("kind: occupied_too_long, devices: [bed], door: [inner], hold: 1h", "no motion sensor behind it"),
        ("kind: occupied_too_long, devices: [hall], door: [inner, front], hold: 1h", "more than one `door`"),
        ("kind: not_in_bed_by, devices: [bed], by: 06:00", "gives up at the time at which it begins"),
        ("kind: wandering, doors: [front], window: 22:00-06:00", "cannot see who comes back"),
        (
            "kind: wandering, doors: [front], at_once: true, returns_within: 5m, window: 22:00-06:00",
            "tells the opening at once and waits"
        ),
    ])
    func `values that do not go together are refused`(rule: String, text: String) {
        let report = Self.report(rule, hasEntrance: true)
        #expect(report.contains("error[") && report.contains(text), "\(report)")
    }

    @Test func `a home without an entrance cannot be left`() {
        let rule = "kind: not_returned, place: home, within: 3h"
        #expect(Self.report(rule, hasEntrance: false).contains("cannot know who is home"))
        #expect(!Self.report(rule, hasEntrance: true).contains("error["))
    }

    @Test(arguments: [
        "kind: rate, devices: [climate], capability: temperature, within: 1h, falls_by: 3",
        "kind: not_returned, devices: [bed], within: 30m, window: 22:00-06:30",
        "kind: not_returned, place: home, back_by: 18:00, confidence: 90",
        "kind: occupied_too_long, devices: [hall], door: [inner], hold: 45m",
        "kind: occupied_too_long, devices: [bed], hold: 11h",
        "kind: not_in_bed_by, devices: [bed], by: 23:30",
        "kind: wandering, doors: [front], devices: [hall, bed], window: 22:00-06:00",
        "kind: wandering, doors: [front], at_once: true, window: 22:00-06:00",
        "kind: opened, devices: [front], window: 22:00-06:00, at_most_every: 1h",
    ])
    func `what goes together is taken`(rule: String) {
        let report = Self.report(rule, hasEntrance: true)
        #expect(!report.contains("error["), "\(report)")
    }
}
