internal import GatewayCore

struct PriorityShape: Shape {
    let about = ShapeHeading("priority", "What the alerts of one priority have in common.")

    let escalation = Setting.reference("escalation", to: "escalation", "The ladder they climb.")
        .unless("the one of the same name")
    let acknowledgementHolds = Setting.duration(
        "acknowledgement_holds", SettingsLimits.acknowledgementHolds,
        "An alert that was taken and is not closed after this long is raised again."
    ).unless(Self.holds)

    private static let holds = Priority.allCases.reversed().map { priority in
        "`\(DurationText.write(Plan.defaultHold(priority)))` for \(priority.rawValue)"
    }.joined(separator: ", ")
}
