import Crypto
import CryptoExtras
import FoundationEssentials
package import GatewayCore

/// The AES key shared with a receiving centre.
///
/// DC-09 enciphers in CBC mode with sixteen zero bytes as the start and no check of integrity but the CRC:
/// it hides the data, and not the account. Centres write keys either as characters or in hexadecimal.
package struct DC09Key: Sendable {
    private static let block = 16
    private let key: SymmetricKey

    package init(_ secret: Secret, form: DC09Connection.KeyForm) throws(DC09KeyError) {
        let bytes: [UInt8]
        switch form {
        case .text: bytes = Array(secret.exposed.utf8)
        case .hexadecimal:
            guard let decoded = Hexadecimal.bytes(of: secret.exposed.utf8) else { throw .notHexadecimal }
            bytes = decoded
        }
        guard [16, 24, 32].contains(bytes.count) else { throw .wrongLength(bytes: bytes.count) }
        key = SymmetricKey(data: bytes)
    }

    /// Enciphers `pad|content`.
    ///
    /// - Parameter padding: at least 16 characters without `[`, `]` and `|`; random ones keep two equal
    ///   alarms from looking equal.
    func seal(_ content: DC09Content, padding: [UInt8]) -> [UInt8] {
        precondition(padding.count >= Self.block && content.timestamp != nil, "DC-09 asks for a time stamp.")
        let text = [UInt8(ascii: "|")] + Latin1.bytes(of: content.text)
        let missing = (Self.block - text.count % Self.block) % Self.block
        do {
            return try [UInt8](
                AES._CBC.encrypt(padding.prefix(missing) + text, using: key, iv: Self.start(), noPadding: true))
        } catch {
            preconditionFailure("Whole blocks are always enciphered: \(error)")
        }
    }

    /// Deciphers and checks that what comes out is DC-09 with its mandatory time stamp: that is all that
    /// tells a right key from a wrong one.
    func open(_ sealed: [UInt8]) throws(DC09FrameError) -> DC09Content {
        guard !sealed.isEmpty, sealed.count % Self.block == 0,
            let plain = try? AES._CBC.decrypt(sealed, using: key, iv: Self.start(), noPadding: true)
        else { throw .undecipherable }
        let text = Latin1.text(of: plain)
        // Some receivers leave out the `|` when there is no data: `000]_10:11:12,03-04-2026`.
        guard let close = text.firstIndex(of: "]") else { throw .undecipherable }
        let start = text[..<close].firstIndex(of: "|").map { text.index(after: $0) } ?? close
        guard let content = try? DC09Content(text: text[start...]), content.timestamp != nil else {
            throw .undecipherable
        }
        return content
    }

    private static func start() throws -> AES._CBC.IV {
        try AES._CBC.IV(ivBytes: [UInt8](repeating: 0, count: block))
    }
}
