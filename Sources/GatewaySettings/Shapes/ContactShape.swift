internal import GatewayCore

struct ContactShape: Shape {
    let about = ShapeHeading("contact", "A person or a receiving centre. What they share is all that leaves the home.")

    let name = Setting.text("name", "As the person at home and other contacts know them.").required()
    let channels = Setting.references("channels", to: "channel", "How to reach them, the best first.").required()
    let shares = Setting.texts(
        "shares", .words(SharedData.names.map(\.0)), "What they may learn, and only during an alert."
    ).unless(Self.standard)
    let commits = Setting.flag(
        "acceptance_acknowledges",
        "What their receiver accepts counts as taken. Only for a centre that has committed itself to it in writing."
    ).usually(false)

    private static let standard = SharedData.names.filter { SharedData.standard.contains($0.1) }
        .map { "`\($0.0)`" }.joined(separator: ", ")
}
