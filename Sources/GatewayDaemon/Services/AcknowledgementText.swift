internal import Foundation
internal import GatewayCore

/// What a contact publishes to acknowledge by MQTT: the alert's id, plain or as `{"alert": "k3f9-17"}`.
enum AcknowledgementText {
    private struct Document: Decodable {
        var alert: String
    }

    static func alert(in payload: [UInt8]) -> AlertID? {
        guard payload.count <= 256 else { return nil }
        if let id = AlertID(String(decoding: payload, as: UTF8.self)) { return id }
        return (try? JSONDecoder().decode(Document.self, from: Foundation.Data(payload))).flatMap { AlertID($0.alert) }
    }
}
