/// Frames as text, one scalar for one byte, so that whatever a peer sends can be read and written back.
enum Latin1 {
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    /// What Latin-1 does not have becomes `?`.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
    }
}
