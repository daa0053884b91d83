internal import GatewayCore

struct CodesShape: Shape {
    let about = ShapeHeading("codes", "Contact ID event codes (SIA DC-05) for what alerts are about.")

    let codes = AlertKind.allCases.map { kind in
        Setting.integer(
            kind.rawValue, 100...999, "For \(kind.rawValue.replacing("_", with: " ")).")
    }
}
