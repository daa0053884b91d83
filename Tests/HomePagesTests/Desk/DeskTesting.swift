import AlarmProtocols
import AsyncHTTPClient
import FoundationEssentials
import GatewayCore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOHTTP1
import Testing

@testable import HomePages

extension ResponderDesk {
    static func sample(
        secrets: [Secret] = [SampleAlerts.secret], host: String = "127.0.0.1", password: Secret? = nil,
        clock: @escaping @Sendable () -> WallTime = { SampleAlerts.now }
    ) throws -> ResponderDesk {
        try ResponderDesk(
            configuration: ResponderDeskConfiguration(
                listen: ListenAddress(host: host), secrets: secrets, contact: "Anna (daughter)", password: password
            ),
            clock: clock, logger: Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }
}

extension TestClientProtocol {
    /// What a browser sends with a form of our own page.
    static var ownForm: HTTPFields {
        [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost", .accept: "text/html"]
    }

    func webhook(
        _ envelope: AlertEnvelope, id: String? = nil, at time: WallTime = SampleAlerts.now,
        secret: Secret = SampleAlerts.secret
    ) async throws -> TestResponse {
        let body = envelope.encoded()
        var fields: HTTPFields = [.contentType: AlertEnvelope.contentType]
        for (name, value) in try SampleAlerts.headers(for: body, id: id ?? envelope.id, at: time, secret: secret) {
            fields[try #require(HTTPField.Name(name))] = value
        }
        return try await execute(uri: "/webhook", method: .post, headers: fields, body: ByteBuffer(bytes: body))
    }

    func get(_ uri: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await execute(uri: uri, method: .get, headers: headers)
    }

    func post(_ uri: String, _ body: String = "", headers: HTTPFields? = nil) async throws -> TestResponse {
        try await execute(
            uri: uri, method: .post, headers: headers ?? Self.ownForm, body: ByteBuffer(string: body)
        )
    }

    func deskDocument() async throws -> DeskDocument {
        let response = try await get("/api/alerts", headers: [.accept: "application/json"])
        return try JSONDecoder().decode(DeskDocument.self, from: Data(response.body.readableBytesView))
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
