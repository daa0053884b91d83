// What can be wrong with ladders and contacts.
extension ProblemCatalog {
    static let ladders: [ProblemEntry] = [
        ProblemEntry(
            .emergencyWithoutLadder, "Emergencies reach nobody",
            """
            There is no escalation for emergencies. A press of the pendant would be recorded, and nobody would \
            be told. Call an escalation `emergency`, or name one under `priorities`.
            """,
            wrong: """
                escalations:    # and no others
                  fault:
                    rungs:
                      - {tell: [anna, centre], wait: 1h}
                """,
            right: """
                escalations:
                  emergency:
                    rungs:
                      - {tell: [anna, centre], wait: 60s}
                """),
        ProblemEntry(
            .faultWithoutLadder, "Faults reach nobody",
            """
            There is no escalation for faults. When the gateway cannot see a device or cannot reach a receiver, \
            nobody would know.
            """,
            wrong: """
                escalations:    # and no others
                  emergency:
                    rungs:
                      - {tell: [anna, centre], wait: 60s}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 1h}
                """),
        ProblemEntry(
            .priorityWithoutLadder, "A rule whose alerts reach nobody",
            """
            The rule raises alerts of a priority that has no escalation. Add an escalation with the priority's \
            name, or give the rule an `escalation` of its own.
            """,
            wrong: """
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: concern
                """,
            right: """
                escalations:
                  concern:
                    rungs: [{tell: [anna], wait: 1h}]
                rules:
                  cold:
                    kind: threshold
                    devices: [climate]
                    capability: temperature
                    below: 15
                    priority: concern
                """),
        ProblemEntry(
            .repeatsEndTooSoon, "Repeats that end before they begin",
            """
            The pause between repeats grows from `after` to `limit`, so `limit` is the longer one.
            """,
            wrong: """
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}]
                    repeat: {after: 2h, limit: 1h}
                """,
            right: """
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}]
                    repeat: {after: 1h, limit: 2h}
                """),
        ProblemEntry(
            .outputCannotSwitch, "An output that cannot be switched on",
            """
            The last action of an escalation switches an output on, and this one has no `on` to publish.
            """,
            wrong: """
                outputs:
                  lamp:
                    mqtt:
                      topic: zigbee2mqtt/lamp/set
                      stages: {heard: "ON"}
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}]
                    last_action: [lamp]
                """,
            right: """
                outputs:
                  lamp:
                    mqtt:
                      topic: zigbee2mqtt/lamp/set
                      on: "ON"
                      off: "OFF"
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}]
                    last_action: [lamp]
                """),
        ProblemEntry(
            .contactOnNoRung, "A contact whom nobody tells",
            """
            The contact is on no rung of any escalation, so it is never told anything.
            """,
            wrong: """
                contacts:
                  neighbour: {name: Mr Okafor, channels: [desk]}
                """,
            right: """
                contacts:
                  neighbour: {name: Mr Okafor, channels: [desk]}
                escalations:
                  fault:
                    rungs: [{tell: [anna], wait: 1h}, {tell: [neighbour], wait: 1h}]
                """),
        ProblemEntry(
            .channelOfNobody, "A channel of nobody",
            """
            No contact is reached over this channel. Perhaps a contact should have it.
            """,
            wrong: """
                channels:
                  spare:
                    webhook:
                      url: http://127.0.0.1:8481/alerts
                      secret: !secret desk
                """,
            right: """
                channels:
                  spare:
                    webhook:
                      url: http://127.0.0.1:8481/alerts
                      secret: !secret desk
                contacts:
                  anna: {name: Anna, channels: [desk, spare]}
                """),
        ProblemEntry(
            .unusedLadder, "An escalation that nothing climbs",
            """
            No priority and no rule uses this escalation.
            """,
            wrong: """
                escalations:
                  daytime:
                    rungs: [{tell: [anna], wait: 1h}]
                """,
            right: """
                escalations:
                  daytime:
                    rungs: [{tell: [anna], wait: 1h}]
                priorities:
                  concern: {escalation: daytime}
                """),
        ProblemEntry(
            .acceptanceOfNobody, "Acceptance behind which nobody stands",
            """
            With `acceptance_acknowledges` an alert counts as taken as soon as the receiver has accepted it. \
            Only a receiving centre with people behind its receiver can promise that; a web server only says \
            that bytes arrived.
            """,
            wrong: """
                contacts:
                  anna: {name: Anna, channels: [desk], acceptance_acknowledges: true}
                """,
            right: """
                contacts:
                  centre: {name: Centre, channels: [centre], acceptance_acknowledges: true}
                """),
        ProblemEntry(
            .rungTellsNobodyNew, "A rung that reaches nobody new",
            """
            Everybody on this rung was told on an earlier one, so that the rung only costs time. The ladder \
            begins again by itself after its last rung (`repeat`).
            """,
            wrong: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna, centre], wait: 1h}
                      - {tell: [anna], wait: 1h}
                """,
            right: """
                escalations:
                  fault:
                    rungs:
                      - {tell: [anna], wait: 1h}
                      - {tell: [centre], wait: 1h}
                """),
        ProblemEntry(
            .emergencyWaits, "An emergency that waits too long for the next",
            """
            In an emergency the next rung comes so late that a person who does not answer could cost somebody's \
            life. Some minutes are usual.
            """,
            wrong: """
                escalations:
                  emergency:
                    rungs:
                      - {tell: [anna], wait: 2h}
                      - {tell: [centre], wait: 2m}
                """,
            right: """
                escalations:
                  emergency:
                    rungs:
                      - {tell: [anna], wait: 2m}
                      - {tell: [centre], wait: 2m}
                """),
        ProblemEntry(
            .nobodyCanHelp, "Nobody learns who needs help, or where",
            """
            `shares` says what leaves the home towards a contact. On this escalation for emergencies nobody may \
            see the name or the address, so nobody who comes would know where to go.
            """,
            wrong: """
                contacts:
                  anna: {name: Anna, channels: [desk], shares: [room]}
                  centre: {name: Centre, channels: [centre], shares: [room]}
                """,
            right: """
                contacts:
                  anna: {name: Anna, channels: [desk], shares: [room]}
                  centre: {name: Centre, channels: [centre], shares: [name, address, room]}
                """),
        ProblemEntry(
            .emergencySleeps, "An emergency that nobody asks about again",
            """
            Somebody takes an emergency and then forgets it, or cannot get there. After `acknowledgement_holds` \
            the ladder begins again if it is not closed. With a very long time an emergency could be silent \
            while it is still one.
            """,
            wrong: """
                priorities:
                  emergency: {acknowledgement_holds: 3d}
                """,
            right: """
                priorities:
                  emergency: {acknowledgement_holds: 30m}
                """),
    ]
}
