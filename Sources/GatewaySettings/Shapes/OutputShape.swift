internal import GatewayCore

struct OutputShape: Shape {
    let about = ShapeHeading(
        "output", "Something in the home that the gateway drives.", exactlyOne: ["mqtt", "speech"])

    let name = Setting.text("name", "As people read and hear it.").unless("its name here")
    let mqtt = Setting.table("mqtt", MQTTOutputShape(), "It listens to a topic.")
    let speech = Setting.table("speech", SpeechShape(), "It is a program that speaks.")
    let feedback = Setting.own(
        "feedback", .list(.words(FeedbackStage.allCases.map(\.rawValue)), 0...FeedbackStage.allCases.count),
        "At which stages of a call it tells the person how the call stands."
    ).unless("all for which it has something to say")
}
