internal import GatewayCore

struct NightShape: Shape {
    let about = ShapeHeading("mode night", "When it is night.")

    let window = Setting.window("window", "The hours in which it is night by itself.")
    let stay = StayShape(.night).stay
}
