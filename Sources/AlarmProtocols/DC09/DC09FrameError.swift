/// Why bytes are no DC-09 frame.
package enum DC09FrameError: Error, Hashable, CustomStringConvertible {
    /// The sentence says what is wrong.
    case malformed(String)
    case wrongLength(said: Int, found: Int)
    case wrongChecksum(said: UInt16, found: UInt16)
    /// The key is another one, or the peer pads otherwise.
    case undecipherable

    package var description: String {
        switch self {
        case .malformed(let sentence): sentence
        case .wrongLength(let said, let found): "The frame says that it has \(said) bytes, and has \(found)."
        case .wrongChecksum: "The frame's checksum does not fit its bytes."
        case .undecipherable: "The frame does not decipher with this key."
        }
    }
}
