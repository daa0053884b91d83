internal import DeviceProtocols

struct ClockShape: Shape {
    let about = ShapeHeading("time", "Where a message says when what it tells happened.")

    let path = Setting.text("path", "Where the time stands: a JSON pointer.").required()
    let form = Setting.choice(
        "form", DeviceClock.Form.self, "With its zone in words, or in seconds or milliseconds since 1970."
    ).required("possible: " + DeviceClock.Form.allCases.map(\.rawValue).joined(separator: ", "))
    let past = Setting.duration("past", SettingsLimits.clockLimits, "How long ago it may be.")
        .usually(DecodingLimits.timeBehind)
    let future = Setting.duration("future", SettingsLimits.clockLimits, "How far ahead it may be.")
        .usually(DecodingLimits.timeAhead)
}
