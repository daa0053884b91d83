import DemoHome
import GatewayTesting
import Testing

/// What can be wrong with a responder's service.
enum ResponderFault: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case inTrouble = "answers 500"
    case tooBusy = "answers 429"
    case silent = "answers nothing at all"
    case halfway = "closes half-way"
    case expired = "shows an expired certificate"
    case refused = "refuses connections"

    var testDescription: String { rawValue }

    /// What it asks for as `Retry-After`, in seconds.
    static let patienceAskedFor = 3

    func begin(at responder: Responder, _ certificates: TestCertificates) async throws {
        switch self {
        case .inTrouble: responder.answer(.status(500))
        case .tooBusy: responder.answer(.status(429, retryAfter: Self.patienceAskedFor))
        case .silent: responder.answer(.silence)
        case .halfway: responder.answer(.closeHalfway)
        case .expired:
            await responder.stop()
            try await responder.start(certificate: (certificates.expired, certificates.expiredKey))
        case .refused: await responder.stop()
        }
    }

    func end(at responder: Responder, _ certificates: TestCertificates) async throws {
        switch self {
        case .inTrouble, .tooBusy, .silent, .halfway: responder.answer(.accept())
        case .expired, .refused:
            await responder.stop()
            try await responder.start(certificate: (certificates.server, certificates.serverKey))
        }
    }
}
