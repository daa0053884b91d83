internal import GatewayCore

struct ReceiverShape: Shape {
    let about = ShapeHeading("receiving centre", "A receiver that speaks SIA DC-09. The centre gives these values.")

    let host = Setting.host("host", "Its name or address.").required()
    let port = Setting.port("port", "Its port.").required()
    let account = Setting.digits("account", 3...16, "The number by which the centre knows this home.").required()
    let receiver = Setting.digits("receiver", 1...6, "The receiver's number.").usually("0")
    let line = Setting.digits("line", 1...6, "The line's number.").usually("0")
    let key = Setting.secret("key", "The AES key: 16, 24 or 32 bytes. Without it frames go in plain text.")
    let keyForm = Setting.choice("key_form", DC09Connection.KeyForm.self, "How the key is written.").usually(.text)
    let poll = Setting.own(
        "poll", .either([.words(["none"]), .duration(SettingsLimits.polls)]),
        "How often the way is proven by a message of its own."
    ).unless("`1m`")
    let timeout = Setting.duration("timeout", SettingsLimits.timeouts, "How long to wait for the answer to one frame.")
        .usually(.seconds(5))
    let codes = Setting.table("codes", CodesShape(), "Event codes that this centre wants otherwise.")
}
