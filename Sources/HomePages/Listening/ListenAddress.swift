/// Where pages are offered.
package struct ListenAddress: Hashable, Sendable {
    /// A numeric address or a name: "127.0.0.1", "::1", "0.0.0.0".
    package var host: String
    /// 0 to 65535; 0 lets the system pick a free one.
    package var port: Int

    /// - Precondition: `port` is 0 to 65535; settings have checked it.
    package init(host: String = "127.0.0.1", port: Int = 0) {
        precondition((0...65_535).contains(port), "A port is 0 to 65535.")
        self.host = host
        self.port = port
    }

    /// Whether only programs on this machine can reach it.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && HostName(host).isNumeric)
    }
}
