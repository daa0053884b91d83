import GatewayCore
import GatewaySettings

/// A home in a version of the settings language that never was, to show how one is left behind: keys were called
/// otherwise, waits were seconds and holds minutes, each without its unit.
enum OldHome {
    static let migration = Migration(
        from: 0,
        edits: [
            Migration.Edit(["home", "timezone"], .rename("zone")),
            Migration.Edit(["contacts", "*", "ways"], .rename("channels")),
            Migration.Edit(["steps"], .rename("escalations")),
            Migration.Edit(["steps", "*", "rungs", "*", "wait"], .rewrite { Int($0).map { "\($0)s" } }),
            Migration.Edit(["rules", "*", "hold"], .rewrite { Int($0).map { "\($0)m" } }),
            Migration.Edit(
                ["rules", "*", "loudness"], .remark("`loudness` is no more: say the same with `priority`.")),
        ])

    static let root = """
        # The flat in Mill Lane, set up by Jo in spring.
        version:   0     # do not touch

        include: [parts/*.yaml, untouched.yaml]
        home:
          id: flat-12        # known to the centre
          name: 12 Mill Lane
          timezone:   Europe/London   # they moved here from Leeds
        intakes:
          broker:
            mqtt: {host: 127.0.0.1, bridges: {zigbee: zigbee2mqtt}}
        channels:
          desk:
            webhook: {url: "http://127.0.0.1:8480/alerts", secret: !secret desk}
        devices:
          pendant: {profile: pendant}
          climate: {profile: climate}

        """

    static let people = """
        contacts:
          # Anna is a light sleeper.
          anna: {name: Anna, "ways": [desk]}   # her number is in the drawer
        steps:
          emergency:
            rungs:
              - tell: [anna]
                wait: 60        # a minute
              - {tell: [anna], wait: '120'}

        """

    static let rules = """
        rules:
          help: {kind: help_call, devices: [pendant]}
          cold:
            kind: threshold     # the boiler is old
            devices: [climate]
            capability: temperature
            below: 15
            clears_at: 16.5
            hold: 120
            priority: emergency

        """

    static let untouched = "# Nothing here has changed.\nresidents: {margaret: Margaret}\n"

    /// The files of the home in memory, changed where given.
    static func files(_ changed: [String: String] = [:]) -> SettingsCopy {
        let all = [
            BaseHome.root: root, "parts/people.yaml": people, "parts/rules.yaml": rules, "untouched.yaml": untouched,
        ]
        return BaseHome.copy(root, files: all.merging(changed) { $1 })
    }

    static func migrate(
        _ changed: [String: String] = [:], _ migrations: [Migration] = [migration], current: Int = 1
    ) -> MigrationOutcome {
        Migrator(migrations, current: current).migrate(BaseHome.root, files: files(changed))
    }
}
