internal import GatewayCore

struct ModesShape: Shape {
    let about = ShapeHeading("modes", "What is known of the modes. At home needs no settings.")

    let night = Setting.table("night", NightShape(), "The home at night.")
    let away = Setting.table("away", StayShape(.away), "Everybody is out for some hours.")
    let holiday = Setting.table("holiday", StayShape(.holiday), "Everybody is away for days.")
    let visitors = Setting.table("visitors", StayShape(.visitors), "There is a house full of people.")
}
