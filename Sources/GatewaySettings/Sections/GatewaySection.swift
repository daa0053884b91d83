internal import GatewayCore

// `feedback`, `alerts`, `pages`, `gateway`: what is said at home, and where the gateway itself lives.
extension SettingsBuilder {
    func readFeedback() {
        if let table = root.table("feedback") {
            if let spoken = table.table("phrases") {
                for stage in FeedbackStage.allCases {
                    phrases[stage] = spoken.text(stage.rawValue, limit: SettingsLimits.textLength)
                }
                spoken.finish()
            }
            table.finish()
        }
        if let table = root.table("alerts") {
            tellsCancelled = table.flag("tell_cancelled") ?? false
            faultAfter = table.duration("fault_after", SettingsLimits.faultWaits)
            quietHours = table.pair("quiet_hours").flatMap { reading.window($0.value, name: "quiet_hours") }
            groupWait = table.duration("group_wait", SettingsLimits.groupWaits) ?? groupWait
            messagesPerHour = table.integer("messages_per_hour", SettingsLimits.messagesPerHour) ?? messagesPerHour
            table.finish()
        }
    }

    func readGateway() {
        if let table = root.table("pages") {
            if let text = table.text("listen", required: true, hint: "such as `listen: 127.0.0.1:8490`") {
                gateway.pages = listenAddress(text, at: table.place(of: "listen"))
            }
            table.finish()
        }
        if let table = root.table("gateway") {
            gateway.stateDirectory = folder("state_directory", table) ?? gateway.stateDirectory
            gateway.controlSocket = folder("control_socket", table) ?? gateway.controlSocket
            table.finish()
        }
        // `sun_path` of sockaddr_un(7) holds 108 bytes with the closing zero.
        if gateway.controlSocket.utf8.count > 107 {
            reading.log.error(
                .socketPathTooLong, root.place,
                "the control socket's path has \(gateway.controlSocket.utf8.count) bytes; "
                    + "a socket's path has at most 107",
                hint: "give it a shorter `control_socket` under `gateway`")
        }
    }

    private func folder(_ key: String, _ table: Table) -> String? {
        guard let text = table.text(key, limit: SettingsLimits.textLength) else { return nil }
        return FilePath.join(FilePath.folder(of: reading.log.sources[table.place(of: key).source].name), text)
    }

    private func listenAddress(_ text: String, at place: Place) -> ListenAddress? {
        guard let (host, port) = NetworkForms.hostAndPort(text) else {
            reading.log.error(
                .notAnAddressWithPort, place, "`\(text)` is not an address with a port",
                hint: "such as `127.0.0.1:8490`")
            return nil
        }
        if !NetworkForms.isLoopback(host) {
            reading.log.warning(
                .pagesOpen, place, "the pages of this home are open to everybody who reaches `\(host)`, unencrypted",
                hint: "listen on 127.0.0.1, and put a web server with TLS before it")
        }
        return ListenAddress(host: host, port: port)
    }
}
