internal import GatewayCore

struct WebhookShape: Shape {
    let about = ShapeHeading("webhook", "Alerts as signed CloudEvents over HTTP.")

    let url = Setting.text(
        "url", limit: SettingsLimits.textLength, "Where alerts go. `https://`, unless it is on this machine."
    ).required()
    let secret = Setting.secret("secret", "Signs them: `whsec_` and 24 to 64 bytes in base64.").required()
    let authority = Setting.file("ca", "Whose certificates to trust, in PEM.").unless("what the system trusts")
    let answerURL = Setting.text(
        "answer_url", limit: SettingsLimits.textLength, "Where receivers reach the pages of this home to answer.")
    let timeout = Setting.duration("timeout", SettingsLimits.timeouts, "How long to wait for the server's answer.")
        .usually(.seconds(10))
}
