import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct AnswerLinkTests {
    private let alert = AlertID(ledger: "k3f9", number: 17)
    private let anna = ContactID("anna")
    private let secret: WebhookSecret

    init() throws {
        secret = try WebhookSecret(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    }

    private func token(_ alert: AlertID, _ contact: ContactID) -> String {
        let path = AnswerLink.path(alert: alert, contact: contact, secret: secret)
        return path.split(separator: "/").last.map(String.init) ?? ""
    }

    @Test func `a path names the alert, the contact and the token`() {
        let path = AnswerLink.path(alert: alert, contact: anna, secret: secret)
        #expect(path.hasPrefix("/answer/k3f9-17/anna/"))
        #expect(path.split(separator: "/").last?.count == 43)
        #expect(path.utf8.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "=") })
    }

    @Test func `its token verifies`() {
        #expect(AnswerLink.verify(token: token(alert, anna), alert: alert, contact: anna, secret: secret))
    }

    @Test func `a token of another alert, contact or secret does not`() throws {
        let tom = ContactID("tom")
        let next = AlertID(ledger: "k3f9", number: 18)
        let other = try WebhookSecret(Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
        #expect(!AnswerLink.verify(token: token(alert, anna), alert: alert, contact: tom, secret: secret))
        #expect(!AnswerLink.verify(token: token(alert, anna), alert: next, contact: anna, secret: secret))
        #expect(!AnswerLink.verify(token: token(alert, anna), alert: alert, contact: anna, secret: other))
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 43), String(repeating: "*", count: 43)])
    func `other text does not`(token: String) {
        #expect(!AnswerLink.verify(token: token, alert: alert, contact: anna, secret: secret))
    }

    @Test func `every byte of a token counts`() {
        let right = Array(token(alert, anna).utf8)
        for index in right.indices.dropLast() {
            var wrong = right
            wrong[index] = wrong[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let text = String(decoding: wrong, as: UTF8.self)
            #expect(!AnswerLink.verify(token: text, alert: alert, contact: anna, secret: secret))
        }
    }

    @Test func `names with strokes stay one component each`() {
        let path = AnswerLink.path(alert: alert, contact: ContactID("mill/anna"), secret: secret)
        #expect(path.hasPrefix("/answer/k3f9-17/mill%2Fanna/"))
    }

    @Test(arguments: ["http://127.0.0.1:8490", "http://127.0.0.1:8490/"])
    func `links are the path behind the answer URL with a step each`(base: String) {
        let links = AnswerLink.links(base: base, alert: alert, contact: anna, secret: secret)
        let path = "http://127.0.0.1:8490" + AnswerLink.path(alert: alert, contact: anna, secret: secret)
        #expect(links == AnswerLinks(acknowledge: path + "/acknowledge", close: path + "/close"))
    }
}
