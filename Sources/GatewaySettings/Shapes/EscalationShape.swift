internal import GatewayCore

struct EscalationShape: Shape {
    let about = ShapeHeading(
        "escalation",
        "A ladder. After the last rung comes the last action, and then it begins again from the top, for as long as "
            + "nobody has taken it.")

    let rungs = Setting.list("rungs", 1...SettingsLimits.rungs, RungShape(), "Its steps, in this order.")
        .required("rungs: [{tell: [anna], wait: 2m}]")
    let lastAction = Setting.references("last_action", to: "output", "What is switched on behind the last rung.")
    let pause = Setting.table("repeat", RepeatShape(), "The pauses before it begins again.")
}
