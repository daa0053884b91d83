import Testing

@testable import AlertDelivery

@Suite struct WebhookTargetTests {
    @Test(arguments: [
        "https://responder.example/hook", "https://192.0.2.7:8443/", "HTTPS://responder.example",
        "http://localhost:8480/hook", "http://127.0.0.1/", "http://127.8.9.1/", "http://[::1]:8480/",
    ])
    func `https to anywhere and http to this machine are taken`(url: String) throws {
        #expect(try WebhookTarget(url).url == url)
    }

    @Test(arguments: [
        "", "responder.example", "ftp://responder.example/", "https://", "http://responder.example/",
        "http://192.0.2.7/", "http://127.0.0.1.example/", "http://localhost.example/", "http://128.0.0.1/",
        "https://user:word@responder.example/", "http://127.0.0.256/",
    ])
    func `others are refused with a sentence`(url: String) {
        let error = #expect(throws: ChannelSettingsError.self) { try WebhookTarget(url) }
        #expect(error?.description.hasSuffix(".") == true)
    }
}
