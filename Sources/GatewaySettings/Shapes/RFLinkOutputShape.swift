struct RFLinkOutputShape: Shape {
    let about = ShapeHeading("RFLink output", "A switch that hears 433 MHz.")

    let intake = Setting.reference("intake", to: "intake", "The port of the RFLink.").unless("the only one")
    let name = Setting.text("protocol", "As RFLink writes it: `NewKaku`.").required()
    let id = Setting.text("id", "Of the sender that it has learnt, as RFLink writes it: `00c142`.").required()
    let unit = Setting.text("switch", "Which switch of that sender: `\"1\"`.").required()
}
