internal import GatewayCore

// `channels`: the ways out of the home.
extension SettingsBuilder {
    func readChannels() {
        for entry in root.channels {
            guard let table = entry.table(in: reading) else { continue }
            let webhook = table.webhook.flatMap(webhook)
            let receiver = table.receiver.flatMap(receiver)
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

    private func webhook(_ table: Table<WebhookShape>) -> WebhookConnection? {
        let url = table.url
        let secret = table.secret
        let authority = table.authority
        let answerURL = table.answerURL
        let timeout = table.timeout
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
        if refusesCredentials(in: url, at: place) { return }
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

    private func receiver(_ table: Table<ReceiverShape>) -> DC09Connection? {
        let host = table.host
        let port = table.port
        let account = table.account
        let receiver = table.receiver
        let line = table.line
        let key = table.key
        let keyForm = table.keyForm
        let poll = pollInterval(table)
        let timeout = table.timeout
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

    /// A duration, or `none`.
    private func pollInterval(_ table: Table<ReceiverShape>) -> Duration? {
        guard let pair = table.poll else { return .seconds(60) }
        if case .scalar("none", _, .none) = pair.value.content { return nil }
        return reading.duration(pair.value, name: "poll", SettingsLimits.polls)
    }

    /// Contact ID event codes have three digits (SIA DC-05).
    private func eventCodes(_ table: Table<ReceiverShape>) -> [AlertKind: Int] {
        guard let codes = table.codes else { return [:] }
        var found: [AlertKind: Int] = [:]
        for (kind, code) in zip(AlertKind.allCases, codes.shape.codes) { found[kind] = codes.read(code) }
        codes.finish()
        return found
    }
}
