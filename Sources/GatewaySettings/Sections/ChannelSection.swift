internal import GatewayCore

// `channels`: the ways out of the home.
extension SettingsBuilder {
    func readChannels() {
        for entry in entries("channels", of: "channel", limit: SettingsLimits.channels) {
            guard let table = table(entry, of: "channel") else { continue }
            let webhook = table.table("webhook").flatMap(webhook)
            let receiver = table.table("dc09").flatMap(receiver)
            table.finish()
            let id = ChannelID(entry.id)
            switch (webhook, receiver) {
            case (let webhook?, nil):
                channels.append(Named(thing: Channel(id: id, connection: .webhook(webhook)), place: entry.place))
            case (nil, let receiver?):
                channels.append(Named(thing: Channel(id: id, connection: .dc09(receiver)), place: entry.place))
            case (nil, nil):
                if !table.has("webhook"), !table.has("dc09") {
                    reading.log.error(.noneGiven, entry.place, "channel `\(entry.id)` has neither `webhook` nor `dc09`")
                }
            case (_?, _?):
                reading.log.error(
                    .bothGiven, entry.place, "channel `\(entry.id)` has both `webhook` and `dc09`",
                    hint: "make two channels of it")
            }
        }
    }

    private func webhook(_ table: Table) -> WebhookConnection? {
        let url = table.text("url", required: true, limit: SettingsLimits.textLength)
        let secret = table.secret("secret", required: true)
        let authority = table.filePath("ca")
        let answerURL = table.text("answer_url", limit: SettingsLimits.textLength)
        let timeout = table.duration("timeout", SettingsLimits.timeouts) ?? .seconds(10)
        table.finish()
        if let url { checkURL(url, at: table.place(of: "url"), warns: true) }
        if let answerURL { checkURL(answerURL, at: table.place(of: "answer_url"), warns: false) }
        guard let url, let secret else { return nil }
        if let why = WebhookSecret.refusal(secret.exposed) {
            let key = table.has("secret_file") ? "secret_file" : "secret"
            reading.log.error(
                .badSigningSecret, table.place(of: key), "this secret \(why)",
                hint: "make one with: echo whsec_$(head -c 32 /dev/urandom | base64)", isSecret: true)
        }
        return WebhookConnection(url: url, secret: secret, authority: authority, answerURL: answerURL, timeout: timeout)
    }

    private func checkURL(_ url: String, at place: Place, warns: Bool) {
        guard let address = NetworkForms.webAddress(url) else {
            reading.log.error(
                .notAWebAddress, place, "`\(url)` is not a web address", hint: "such as `https://desk.example/alerts`")
            return
        }
        if warns, !address.isEncrypted, !NetworkForms.isLoopback(address.host) {
            reading.log.warning(
                .homeUnencrypted, place, "what happens in this home goes to `\(address.host)` unencrypted",
                hint: "use `https://`")
        }
    }

    private func receiver(_ table: Table) -> DC09Connection? {
        let host = table.host("host")
        let port = table.port("port")
        let account = digits("account", table, 3...16, required: true)
        let receiver = digits("receiver", table, 1...6) ?? "0"
        let line = digits("line", table, 1...6) ?? "0"
        let key = table.secret("key")
        let keyForm = table.choice("key_form", DC09Connection.KeyForm.self) ?? .text
        let poll = pollInterval(table)
        let timeout = table.duration("timeout", SettingsLimits.timeouts) ?? .seconds(5)
        let codes = eventCodes(table)
        table.finish()
        if let key, let why = DC09Key.refusal(key.exposed, form: keyForm) {
            let name = table.has("key_file") ? "key_file" : "key"
            reading.log.error(.badReceiverKey, table.place(of: name), "this key \(why)", isSecret: true)
        }
        guard let host, let port, let account else { return nil }
        if key == nil, !table.has("key"), !table.has("key_file"), !NetworkForms.isLoopback(host) {
            reading.log.warning(
                .homeUnencrypted, table.place, "what happens in this home goes to `\(host)` unencrypted",
                hint: "ask the receiving centre for a key, and add `key: !secret …`")
        }
        return DC09Connection(
            host: host, port: port, account: account, receiver: receiver, line: line, key: key, keyForm: keyForm,
            pollInterval: poll, timeout: timeout, codes: codes)
    }

    /// Hexadecimal digits, which receivers want in upper case.
    private func digits(_ name: String, _ table: Table, _ count: ClosedRange<Int>, required: Bool = false) -> String? {
        guard let text = table.text(name, required: required) else { return nil }
        let isHex = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
        if isHex, count.contains(text.utf8.count) { return text }
        let upper = text.uppercased()
        let isOnlyCase =
            upper != text && upper.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
        reading.log.error(
            .badAccount, table.place(of: name),
            "`\(text)` is not \(count.lowerBound) to \(count.upperBound) hexadecimal digits",
            hint: isOnlyCase ? "write it in capitals: `\(upper)`" : "digits 0 to 9 and capitals A to F")
        return nil
    }

    /// A duration, or `none`.
    private func pollInterval(_ table: Table) -> Duration? {
        guard let pair = table.pair("poll") else { return .seconds(60) }
        if case .scalar("none", _, .none) = pair.value.content { return nil }
        return reading.duration(pair.value, name: "poll", SettingsLimits.polls)
    }

    /// Contact ID event codes have three digits (SIA DC-05).
    private func eventCodes(_ table: Table) -> [AlertKind: Int] {
        guard let codes = table.table("codes") else { return [:] }
        var found: [AlertKind: Int] = [:]
        for kind in AlertKind.allCases { found[kind] = codes.integer(kind.rawValue, 100...999) }
        codes.finish()
        return found
    }
}
