internal import GatewayCore

/// Hosts and URLs as settings write them.
enum NetworkForms {
    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") || host == "::1" || host == "[::1]"
    }

    /// RFC 1035, section 2.3.4, without the bytes of the labels' lengths.
    static let longestHost = 253

    /// Letters, digits, dots, hyphens and underscores, or a numeric IPv6 address.
    static func isHost(_ host: String) -> Bool {
        guard !host.isEmpty, host.utf8.count <= longestHost else { return false }
        return host.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == 0x2e || byte == 0x2d
                || byte == 0x5f || byte == 0x3a || byte == 0x5b || byte == 0x5d || byte == 0x25
        }
    }

    struct WebAddress: Hashable {
        var isEncrypted: Bool
        var host: String
    }

    /// Nil for what is no absolute http or https URL of printable ASCII.
    static func webAddress(_ url: String) -> WebAddress? {
        guard url.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        let isEncrypted = url.lowercased().hasPrefix("https://")
        guard isEncrypted || url.lowercased().hasPrefix("http://") else { return nil }
        let rest = url.dropFirst(isEncrypted ? 8 : 7)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { return nil }
        guard let (host, _) = hostAndPort(String(authority), defaultPort: isEncrypted ? 443 : 80) else { return nil }
        return WebAddress(isEncrypted: isEncrypted, host: host)
    }

    /// "127.0.0.1:8490" or "[::1]:8490".
    static func hostAndPort(_ text: String, defaultPort: Int? = nil) -> (host: String, port: Int)? {
        var host = text
        var port = defaultPort
        let afterBracket = text.lastIndex(of: "]") ?? text.startIndex
        if let colon = text[afterBracket...].lastIndex(of: ":") {
            host = String(text[..<colon])
            let digits = text[text.index(after: colon)...]
            guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            port = Int(digits)
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard isHost(host), let port, (1...65_535).contains(port) else { return nil }
        return (host, port)
    }
}
