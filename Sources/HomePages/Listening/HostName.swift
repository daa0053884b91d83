/// The host part of an authority such as "desk.example:8080" or "[::1]:8080", in lower case.
struct HostName: Hashable, Sendable {
    var name: String

    /// - Parameter authority: a Host header's value, or a host alone.
    init(_ authority: some StringProtocol) {
        let text = authority.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            name = String(text[text.index(after: text.startIndex)..<end])
        } else if text.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = text.firstIndex(of: ":") {
            name = String(text[..<colon])
        } else {
            name = text
        }
    }

    /// Whether it is an IP address and not a name.
    ///
    /// A page that was rebound by DNS carries the attacker's name in its Host header, never an address.
    var isNumeric: Bool { isIPv4 || isIPv6 }

    private var isIPv4: Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { part in
            part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && UInt8(part) != nil
        }
    }

    private var isIPv6: Bool {
        name.utf8.count <= 45 && name.utf8.count(where: { $0 == UInt8(ascii: ":") }) >= 2
            && name.unicodeScalars.allSatisfy { $0 == ":" || $0 == "." || $0.properties.isASCIIHexDigit }
    }
}
