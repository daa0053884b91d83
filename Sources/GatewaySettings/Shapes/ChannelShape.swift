struct ChannelShape: Shape {
    let about = ShapeHeading("channel", "One way out of the home.", exactlyOne: ["webhook", "dc09"])

    let webhook = Setting.table("webhook", WebhookShape(), "A web address that takes Standard Webhooks.")
    let receiver = Setting.table("dc09", ReceiverShape(), "A receiver of an alarm receiving centre: SIA DC-09.")
}
