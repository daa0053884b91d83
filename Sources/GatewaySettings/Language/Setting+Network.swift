internal import GatewayCore

// Forms of connections.
extension Setting where Content == String? {
    /// A host name or address.
    static func host(_ name: String, _ summary: String) -> Self {
        let limit = NetworkForms.longestHost
        return Setting(name, .text(limit: limit), summary) { pair, pairs in
            guard let host = pairs.reading.text(pair.value, name: pair.key, limit: limit) else { return nil }
            if NetworkForms.isHost(host) { return host }
            pairs.reading.log.error(
                .notAHost, pair.value.place, "`\(host)` is not a host name or address",
                hint: host.contains("://") ? "without `…://`; the port has its own line" : nil)
            return nil
        }
    }

    /// Hexadecimal digits, which receivers want in upper case.
    static func digits(_ name: String, _ count: ClosedRange<Int>, _ summary: String) -> Self {
        let words = "\(count.lowerBound) to \(count.upperBound) hexadecimal digits"
        let form = Form.pattern("^[0-9A-F]{\(count.lowerBound),\(count.upperBound)}$", words: words)
        return Setting(name, form, summary) { pair, pairs in
            let reading = pairs.reading
            guard let text = reading.text(pair.value, name: pair.key, limit: SettingsLimits.nameLength) else {
                return nil
            }
            func isHex(_ text: String) -> Bool {
                text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
            }
            if isHex(text), count.contains(text.utf8.count) { return text }
            let upper = text.uppercased()
            reading.log.error(
                .badAccount, pair.value.place, "`\(text)` is not \(words)",
                hint: upper != text && isHex(upper)
                    ? "write it in capitals: `\(upper)`" : "digits 0 to 9 and capitals A to F")
            return nil
        }
    }
}

extension Setting where Content == Int? {
    static func port(_ name: String, _ summary: String) -> Self { integer(name, 1...65_535, summary) }
}
