/// Why a text is no DC-09 key. Never holds the text itself.
package enum DC09KeyError: Error, Hashable, CustomStringConvertible {
    case wrongLength(bytes: Int)
    case notHexadecimal

    package var description: String {
        switch self {
        case .wrongLength(let bytes):
            "The DC-09 key has \(bytes) bytes; AES takes 16, 24 or 32. Is key_form text where it is hexadecimal?"
        case .notHexadecimal:
            "The DC-09 key is not written in pairs of hexadecimal digits."
        }
    }
}
