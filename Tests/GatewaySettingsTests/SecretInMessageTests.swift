import GatewaySettings
import Testing

/// What is said about a setting whose value is a secret never shows the secret, whatever the setting is.
struct SecretInMessageTests {
    private static let secret = "whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtMTIzNDU2Nzg="

    /// The base home with a secret in place of one value, for each value that stands behind a colon or in a list.
    private static let homes: [String] = {
        let text = Array(BaseHome.text)
        var homes: [String] = []
        for place in text.indices.dropFirst(2) {
            let isBehind = text[place - 1] == " " && text[place - 2] == ":" || text[place - 1] == "["
            guard isBehind, !" {[!\n".contains(text[place]) else { continue }
            let end = text[place...].firstIndex { ",}]\n".contains($0) } ?? text.endIndex
            homes.append(String(text[..<place]) + "!secret desk" + String(text[end...]))
        }
        return homes
    }()

    @Test func `no message, hint or line shows a secret that stands where none belongs`() {
        #expect(Self.homes.count > 40)
        var refused = 0
        for home in Self.homes {
            let problems = BaseHome.read(home).problems
            refused += problems.isEmpty ? 0 : 1
            for problem in problems { #expect(!Self.isShown(problem), "\(problem.render())") }
        }
        #expect(refused > 30)
    }

    /// A part of the secret is as bad as all of it, and so is the secret in other letters.
    private static func isShown(_ problem: Problem) -> Bool {
        let text = (problem.render() + problem.related.map(\.text).joined()).lowercased()
        return text.contains("zxhhbxbs") || text.contains("mtiznd")
    }

    @Test func `a number that is a secret is not shown either`() {
        let port = BaseHome.text.replacing("port: 12000", with: "port: !secret pin")
        let files = ["secrets.yaml": BaseHome.others["secrets.yaml"]! + "pin: \"0099871\"\n"]
        let report = BaseHome.report(BaseHome.read(port, files: files))
        #expect(report.contains("error[PC0310]: what the secret holds cannot stand here"))
        #expect(!report.contains("99871"))
    }
}
