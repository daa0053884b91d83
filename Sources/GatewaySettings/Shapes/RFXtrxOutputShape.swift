internal import GatewayCore

struct RFXtrxOutputShape: Shape {
    let about = ShapeHeading("RFXtrx output", "A switch or a chime that hears 433 MHz.")

    let intake = Setting.reference("intake", to: "intake", "The port of the RFXtrx.").unless("the only one")
    let address = Setting.text(
        "address",
        "Of the sender that it has learnt: packet type (`10`, `11`, `14`, or `16` for a chime), subtype, identity "
            + "and, but for `10` and `16`, unit: `11:00:0b1f2a3:1`."
    ).required()
    let sound = Setting.integer("sound", 0...255, "Which sound a chime makes as a last action.").usually(0)
    let sounds = Setting.table("sounds", SoundsShape(), "Which sound a chime makes at each stage of a call.")
}
