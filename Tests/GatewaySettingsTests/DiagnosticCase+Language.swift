extension DiagnosticCase {
    static let language: [DiagnosticCase] = [
        DiagnosticCase(
            "an unknown key",
            replacing: "    profile: smoke\n", with: "    profle: smoke\n",
            reports: """
                home.yaml:50:5: error[PC0301]: unknown key `profle` in device `smoke`
                 50 |     profle: smoke
                    |     ^^^^^^
                    = did you mean `profile`?
                """),
        DiagnosticCase(
            "an unknown section",
            replacing: "residents:\n", with: "rezidents:\n",
            reports: """
                home.yaml:6:1: error[PC0301]: unknown key `rezidents` in the settings
                 6 | rezidents:
                   | ^^^^^^^^^
                   = did you mean `residents`?
                home.yaml:42:15: error[PC0401]: there is no resident `margaret`
                 42 |     resident: margaret
                    |               ^^^^^^^^
                    = there are no residents yet
                """),
        DiagnosticCase(
            "a word of another system",
            replacing: "  zone: Europe/London", with: "  timezone: Europe/London",
            reports: """
                home.yaml:5:3: error[PC0301]: unknown key `timezone` in `home` of the settings
                 5 |   timezone: Europe/London
                   |   ^^^^^^^^
                   = did you mean `zone`?
                """),
        DiagnosticCase(
            "a key twice",
            replacing: "  name: 12 Mill Lane\n", with: "  name: 12 Mill Lane\n  name: Elsewhere\n",
            reports: """
                home.yaml:5:3: error[PC0203]: `name` stands here a second time
                 5 |   name: Elsewhere
                   |   ^^^^
                   = already defined at home.yaml:4:3
                """),
        DiagnosticCase(
            "two keys twice and another mistake",
            replacing: "  name: 12 Mill Lane\n",
            with: "  name: 12 Mill Lane\n  name: Elsewhere\n  id: other\n  zoo: 1\n",
            reports: """
                home.yaml:5:3: error[PC0203]: `name` stands here a second time
                 5 |   name: Elsewhere
                   |   ^^^^
                   = already defined at home.yaml:4:3
                home.yaml:6:3: error[PC0203]: `id` stands here a second time
                 6 |   id: other
                   |   ^^
                   = already defined at home.yaml:3:3
                home.yaml:7:3: error[PC0301]: unknown key `zoo` in `home` of the settings
                 7 |   zoo: 1
                   |   ^^^
                   = possible here: access, address, id, name, pets, zone
                """),
        DiagnosticCase(
            "a key twice on one line",
            replacing: "  anna: {name: Anna, channels: [desk]}",
            with: "  anna: {name: Anna, channels: [desk], name: Ann}",
            reports: """
                home.yaml:26:40: error[PC0203]: `name` stands here a second time
                 26 |   anna: {name: Anna, channels: [desk], name: Ann}
                    |                                        ^^^^
                    = already defined at home.yaml:26:10
                """),
        DiagnosticCase(
            "a flag of YAML 1.1",
            replacing: "      host: 127.0.0.1\n", with: "      host: 127.0.0.1\n      acknowledgements: yes\n",
            reports: """
                home.yaml:15:25: error[PC0307]: `yes` is neither `true` nor `false`
                 15 |       acknowledgements: yes
                    |                         ^^^
                    = write `acknowledgements: true`; only true and false are flags
                """),
        DiagnosticCase(
            "a quoted flag",
            replacing: "      host: 127.0.0.1\n", with: "      host: 127.0.0.1\n      acknowledgements: \"true\"\n",
            reports: """
                home.yaml:15:25: error[PC0307]: `true` is neither `true` nor `false`
                 15 |       acknowledgements: "true"
                    |                         ^^^^^^
                    = write `acknowledgements: true`; only true and false are flags
                """),
        DiagnosticCase(
            "a duration without unit",
            replacing: "wait: 60s", with: "wait: 60",
            reports: """
                home.yaml:34:38: error[PC0311]: `60` has no unit, but `wait` is a duration
                 34 |       - {tell: [anna, centre], wait: 60}
                    |                                      ^^
                    = write `60s` for seconds, `60m` for minutes or `60h` for hours
                """),
        DiagnosticCase(
            "a duration with a fraction",
            replacing: "wait: 60s", with: "wait: 1.5h",
            reports: """
                home.yaml:34:38: error[PC0312]: `1.5h` is not a duration, but `wait` is a duration
                 34 |       - {tell: [anna, centre], wait: 1.5h}
                    |                                      ^^^^
                    = without fractions: `1h30m` instead of `1.5h`
                """),
        DiagnosticCase(
            "a duration in the wrong order",
            replacing: "wait: 60s", with: "wait: 30s1m",
            reports: """
                home.yaml:34:38: error[PC0312]: `30s1m` is not a duration, but `wait` is a duration
                 34 |       - {tell: [anna, centre], wait: 30s1m}
                    |                                      ^^^^^
                    = the largest unit first, each once: `1h30m`
                """),
        DiagnosticCase(
            "a duration of nothing known",
            replacing: "wait: 60s", with: "wait: soon",
            reports: """
                home.yaml:34:38: error[PC0312]: `soon` is not a duration, but `wait` is a duration
                 34 |       - {tell: [anna, centre], wait: soon}
                    |                                      ^^^^
                    = write it like `30s`, `5m`, `1h30m` or `2d`
                """),
        DiagnosticCase(
            "a duration out of range",
            replacing: "wait: 60s", with: "wait: 1s",
            reports: """
                home.yaml:34:38: error[PC0313]: `wait` must be 5s to 1d, not 1s
                 34 |       - {tell: [anna, centre], wait: 1s}
                    |                                      ^^
                """),
        DiagnosticCase(
            "a number that is none",
            replacing: "port: 12000", with: "port: twelve",
            reports: """
                home.yaml:24:35: error[PC0308]: `twelve` is not a whole number
                 24 |     dc09: {host: 127.0.0.1, port: twelve, account: "1234", key: !secret key}
                    |                                   ^^^^^^
                    = `port` is a number of 1 to 65535
                """),
        DiagnosticCase(
            "a port out of range",
            replacing: "port: 12000", with: "port: 120000",
            reports: """
                home.yaml:24:35: error[PC0310]: `port` must be 1 to 65535, not 120000
                 24 |     dc09: {host: 127.0.0.1, port: 120000, account: "1234", key: !secret key}
                    |                                   ^^^^^^
                """),
        DiagnosticCase(
            "an empty value",
            replacing: "  name: 12 Mill Lane\n", with: "  name:\n",
            reports: """
                home.yaml:4:8: error[PC0304]: `name` is empty
                 4 |   name:
                   |        ^
                   = give it a value, or leave the line out
                """),
        DiagnosticCase(
            "a list where a text belongs",
            replacing: "  name: 12 Mill Lane\n", with: "  name: [12, Mill Lane]\n",
            reports: """
                home.yaml:4:9: error[PC0303]: `name` is a list, where a text belongs
                 4 |   name: [12, Mill Lane]
                   |         ^
                """),
        DiagnosticCase(
            "a text where a map belongs",
            replacing: "  smoke:\n    profile: smoke\n    room: hall\n", with: "  smoke: the detector\n",
            reports: """
                home.yaml:49:10: error[PC0303]: device `smoke` is a single value, where settings as `key: value` belong
                 49 |   smoke: the detector
                    |          ^^^^^^^^^^^^
                """),
        DiagnosticCase(
            "a list where named things belong",
            replacing: "residents:\n  margaret: Margaret\n", with: "residents: [Margaret]\n",
            reports: """
                home.yaml:6:12: error[PC0303]: `residents` is a list, where each resident has a name of its own
                 6 | residents: [Margaret]
                   |            ^
                   = write `residents:`, and below it, indented, one `name:` for each
                home.yaml:41:15: error[PC0401]: there is no resident `margaret`
                 41 |     resident: margaret
                    |               ^^^^^^^^
                    = there are no residents yet
                """),
        DiagnosticCase(
            "a name that cannot be one",
            replacing: "  cord:\n", with: "  Bath Cord:\n",
            reports: """
                home.yaml:43:3: error[PC0402]: `Bath Cord` cannot name a device: names are lower-case letters, digits, `-`, `_` and `.`, at most 64
                 43 |   Bath Cord:
                    |   ^^^^^^^^^
                    = for instance `bath-cord`
                home.yaml:57:24: error[PC0401]: there is no device `cord`
                 57 |     devices: [pendant, cord, radio]
                    |                        ^^^^
                    = possible here: pendant, Bath Cord, radio, smoke, climate
                """),
        DiagnosticCase(
            "an anchor",
            replacing: "  - {tell: [anna, centre], wait: 60s}", with: "  - &first {tell: [anna, centre], wait: 60s}",
            reports: """
                home.yaml:34:9: error[PC0204]: anchors and aliases (`&`, `*`) are not part of the settings language
                 34 |       - &first {tell: [anna, centre], wait: 60s}
                    |         ^
                    = write the value out at each place; shared parts can stand in an `include`
                """),
        DiagnosticCase(
            "an unknown tag",
            replacing: "!secret desk", with: "!env desk",
            reports: """
                home.yaml:22:15: error[PC0205]: unknown tag `!env`
                 22 |       secret: !env desk
                    |               ^^^^^^^^^
                    = possible here: !secret, !file
                """),
        DiagnosticCase(
            "a tab",
            replacing: "  name: 12 Mill Lane\n", with: "\tname: 12 Mill Lane\n",
            reports: """
                home.yaml:4:1: error[PC0201]: not YAML: found a tab character that violates indentation while scanning a plain scalar
                 4 | 	name: 12 Mill Lane
                   | ^
                """),
        DiagnosticCase(
            "a colon in a text",
            replacing: "  name: 12 Mill Lane\n", with: "  name: 12 Mill Lane: the flat\n",
            reports: """
                home.yaml:4:21: error[PC0201]: not YAML: mapping values are not allowed in this context
                 4 |   name: 12 Mill Lane: the flat
                   |                     ^
                   = put a text that contains `: ` in quotes, or look at the indentation
                """),
        DiagnosticCase(
            "an open bracket",
            replacing: "channels: [desk]}", with: "channels: [desk}",
            reports: """
                home.yaml:26:37: error[PC0201]: not YAML: did not find expected ',' or ']' while parsing a flow sequence
                 26 |   anna: {name: Anna, channels: [desk}
                    |                                     ^
                """),
        DiagnosticCase(
            "two documents",
            replacing: "residents:\n", with: "---\nresidents:\n",
            reports: """
                home.yaml:6:1: error[PC0202]: a second document begins here; a file holds one
                 6 | ---
                   | ^
                   = leave the `---` out
                """),
        DiagnosticCase(
            "no version",
            replacing: "version: 1\n", with: "",
            reports: """
                home.yaml:1:1: error[PC0302]: there is no `version`
                 1 | home:
                   | ^
                   = begin the file with `version: 1`
                """),
        DiagnosticCase(
            "another version",
            replacing: "version: 1\n", with: "version: 2\n",
            reports: """
                home.yaml:1:10: error[PC0323]: this gateway does not know version `2` of the settings language
                 1 | version: 2
                   |          ^
                   = write `version: 1`
                """),
        DiagnosticCase(
            "a map as a key",
            replacing: "  name: 12 Mill Lane\n", with: "  {name: \"Müllerstraße 12, 二号\", nme: x}: 1\n",
            reports: """
                home.yaml:4:3: error[PC0206]: a key is a single word, not a list or map
                 4 |   {name: "Müllerstraße 12, 二号", nme: x}: 1
                   |   ^
                """),
        DiagnosticCase(
            "columns after signs of other scripts",
            replacing: "  anna: {name: Anna, channels: [desk]}", with: "  anna: {name: \"Änne 二\", chanels: [desk]}",
            reports: """
                home.yaml:19:3: warning[PC0607]: channel `desk` belongs to no contact
                 19 |   desk:
                    |   ^^^^
                home.yaml:26:26: error[PC0301]: unknown key `chanels` in contact `anna`
                 26 |   anna: {name: "Änne 二", chanels: [desk]}
                    |                          ^^^^^^^
                    = did you mean `channels`?
                """),
        DiagnosticCase(
            "a control character",
            replacing: "  name: 12 Mill Lane\n", with: "  name: \"12\\e[2J\"\n",
            reports: #"""
                home.yaml:4:9: error[PC0306]: `name` contains a control character
                 4 |   name: "12\e[2J"
                   |         ^^^^^^^^^
                """#),
        DiagnosticCase(
            "a long line",
            replacing: "  name: 12 Mill Lane\n",
            with:
                "  name: 12 Mill Lane\n  access: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n  zzz: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n",
            reports: """
                home.yaml:6:3: error[PC0301]: unknown key `zzz` in `home` of the settings
                 6 |   zzz: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
                   |   ^^^
                   = possible here: access, address, id, name, pets, zone
                """),
        DiagnosticCase(
            "a key twice around an inner map",
            replacing: "  anna: {name: Anna, channels: [desk]}",
            with: "  anna: {name: Anna, channels: [desk], inner: {name: x}, note: \"name: y\", name: Ann}",
            reports: """
                home.yaml:26:40: error[PC0301]: unknown key `inner` in contact `anna`
                 26 |   anna: {name: Anna, channels: [desk], inner: {name: x}, note: "name: y", name: Ann}
                    |                                        ^^^^^
                    = possible here: acceptance_acknowledges, channels, name, shares
                home.yaml:26:58: error[PC0301]: unknown key `note` in contact `anna`
                 26 |   anna: {name: Anna, channels: [desk], inner: {name: x}, note: "name: y", name: Ann}
                    |                                                          ^^^^
                    = possible here: acceptance_acknowledges, channels, name, shares
                home.yaml:26:75: error[PC0203]: `name` stands here a second time
                 26 |   anna: {name: Anna, channels: [desk], inner: {name: x}, note: "name: y", name: Ann}
                    |                                                                           ^^^^
                    = already defined at home.yaml:26:10
                """),
        DiagnosticCase(
            "a key thrice",
            replacing: "  name: 12 Mill Lane\n", with: "  name: 12 Mill Lane\n  name: Elsewhere\n  name: Nowhere\n",
            reports: """
                home.yaml:5:3: error[PC0203]: `name` stands here a second time
                 5 |   name: Elsewhere
                   |   ^^^^
                   = already defined at home.yaml:4:3
                home.yaml:6:3: error[PC0203]: `name` stands here a second time
                 6 |   name: Nowhere
                   |   ^^^^
                   = already defined at home.yaml:4:3
                """),
    ]
}
