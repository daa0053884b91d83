internal import GatewayCore

// `feedback`, `alerts`, `pages`, `gateway`: what is said at home, and where the gateway itself lives.
extension SettingsBuilder {
    func readFeedback() {
        if let table = root.feedback {
            if let spoken = table.phrases { phrases = StagesShape.texts(of: spoken) }
            calmPhrase = table.calm
            table.finish()
        }
        if let table = root.alerts {
            tellsCancelled = table.tellCancelled
            faultAfter = table.faultAfter
            quietHours = table.quietHours
            groupWait = table.groupWait
            messagesPerHour = table.messagesPerHour
            table.finish()
        }
    }

    func readGateway() {
        if let table = root.pages {
            if let text = table.listen {
                gateway.pages = listenAddress(text, at: table.place(of: "listen"))
            }
            table.finish()
        }
        if let table = root.gateway {
            gateway.stateDirectory = table.stateDirectory
            gateway.controlSocket = table.controlSocket
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
