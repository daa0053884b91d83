/// Where everything of one home is to be found.
package struct HomeAddresses: Sendable {
    package let folder: HomeFolder
    package let brokerPort: Int
    package let deskPort: Int
    package let centrePort: Int
    package let pagesPort: Int
    /// Four digits: the account at the receiving centre.
    package let account: String
    /// 32 hexadecimal characters, for the frames to the centre.
    package let centreKey: String
    /// `whsec_…`, for what goes to the desk.
    package let deskSecret: String

    init(folder: HomeFolder) throws(HomeFailure) {
        self.folder = folder
        let ports = try FreePort.take(4)
        brokerPort = ports[0]
        deskPort = ports[1]
        centrePort = ports[2]
        pagesPort = ports[3]
        account = "1234"
        centreKey = (0..<32).map { _ in String(Int.random(in: 0...15), radix: 16, uppercase: true) }.joined()
        deskSecret = "whsec_" + Self.base64((0..<32).map { _ in UInt8.random(in: .min ... .max) })
    }

    package var settings: String { folder.file("home/home.yaml") }
    package var controlSocket: String { folder.file("control.sock") }
    package var stateFolder: String { folder.file("state") }
    /// The device file that the gateway opens; a link to whichever pseudo-terminal is plugged in.
    package var radioPort: String { folder.file("radio") }
    package var desk: String { "http://127.0.0.1:\(deskPort)" }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? letters[value >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
