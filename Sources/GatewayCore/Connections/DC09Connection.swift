/// An alarm receiving centre's SIA DC-09 receiver over TCP.
package struct DC09Connection: Hashable, Codable, Sendable {
    package enum KeyForm: String, Codable, CaseIterable, Sendable {
        /// The key's characters are its bytes (16, 24 or 32 of them).
        case text
        /// The key is written in hexadecimal (32, 48 or 64 digits).
        case hexadecimal
    }

    package var host: String
    package var port: Int
    /// 3 to 16 hexadecimal digits, upper case.
    package var account: String
    /// Receiver and line numbers, 1 to 6 hexadecimal digits each.
    package var receiver: String
    package var line: String
    /// AES-CBC; nil for plain frames.
    package var key: Secret?
    package var keyForm: KeyForm
    /// Supervision polls (`NULL` frames), restarted by any other message; nil for none.
    package var pollInterval: Duration?
    /// How long to wait for the reply to one frame.
    package var timeout: Duration
    /// Contact ID event codes that this centre wants otherwise than the default table.
    package var codes: [AlertKind: Int]

    package init(
        host: String, port: Int, account: String, receiver: String = "0", line: String = "0", key: Secret? = nil,
        keyForm: KeyForm = .text, pollInterval: Duration? = .seconds(60), timeout: Duration = .seconds(5),
        codes: [AlertKind: Int] = [:]
    ) {
        self.host = host
        self.port = port
        self.account = account
        self.receiver = receiver
        self.line = line
        self.key = key
        self.keyForm = keyForm
        self.pollInterval = pollInterval
        self.timeout = timeout
        self.codes = codes
    }
}
