import GatewayCore
import Testing

@testable import GatewayDaemon

struct AcknowledgementTextTests {
    @Test(arguments: [
        ("k3f9-17", "k3f9-17"), (#"{"alert":"k3f9-17"}"#, "k3f9-17"), (#"{"alert":"k3f9-17","by":"anna"}"#, "k3f9-17"),
        ("", nil), ("17", nil), ("k3f9-0", nil), (#"{"alert":17}"#, nil), (#"{"alert":"none"}"#, nil), ("{", nil),
        (#"["k3f9-17"]"#, nil), (String(repeating: "a", count: 300) + "-1", nil),
    ])
    func `an alert is named plainly or in an object, and by nothing else`(payload: String, alert: String?) {
        #expect(AcknowledgementText.alert(in: Array(payload.utf8))?.description == alert)
    }

    @Test func `bytes that are no text name no alert`() {
        #expect(AcknowledgementText.alert(in: [0xFF, 0xFE, 0x00]) == nil)
    }
}
