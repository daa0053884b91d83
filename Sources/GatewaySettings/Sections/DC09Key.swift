internal import GatewayCore

/// The length of an AES key of SIA DC-09: 128, 192 or 256 bits.
enum DC09Key {
    /// Why it is none, to follow "this key"; nil when it is well formed.
    static func refusal(_ text: String, form: DC09Connection.KeyForm) -> String? {
        let count = text.utf8.count
        switch form {
        case .text:
            if [16, 24, 32].contains(count) { return nil }
            let mayBeHex = [48, 64].contains(count) && isHexadecimal(text)
            return "has \(count) characters; a text key has 16, 24 or 32"
                + (mayBeHex ? " (is it `key_form: hexadecimal`?)" : "")
        case .hexadecimal:
            guard isHexadecimal(text) else { return "has other signs than hexadecimal digits" }
            return [32, 48, 64].contains(count) ? nil : "has \(count) digits; a hexadecimal key has 32, 48 or 64"
        }
    }

    private static func isHexadecimal(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
    }
}
