import GatewayCore
import NIOSSL
import Testing

@testable import AlertDelivery

/// Encrypted delivery against real certificates. One suite makes one set.
@Suite struct WebhookTLSTests {
    private func withCertificates(_ body: (ServerCertificates) async throws -> Void) async throws {
        let certificates = try await ServerCertificates.make()
        defer { certificates.remove() }
        try await body(certificates)
    }

    @Test func `only a certificate of the known authority for the right name and day is trusted`() async throws {
        try await withCertificates { certificates in
            for server in ServerCertificates.Server.allCases {
                try await withResponder(tls: certificates.configuration(server)) { responder in
                    try await withWebhook(
                        to: responder, authority: certificates.authority, timeout: .seconds(5), scheme: "https"
                    ) { channel in
                        let start = ContinuousClock.now
                        let outcome = await channel.deliver(sampleOrder(), at: momentNow())
                        if server == .valid {
                            #expect(outcome == .accepted)
                            return
                        }
                        #expect(outcome.reason?.contains("certificate is not trusted") == true, "\(server)")
                        #expect(ContinuousClock.now - start < .seconds(4), "\(server)")
                        #expect(responder.requests.elements.isEmpty, "\(server)")
                    }
                }
            }
        }
    }

    @Test func `the system's authorities do not trust a stranger`() async throws {
        try await withCertificates { certificates in
            try await withResponder(tls: certificates.configuration(.valid)) { responder in
                try await withWebhook(to: responder, timeout: .seconds(5), scheme: "https") { channel in
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                    #expect(responder.requests.elements.isEmpty)
                }
            }
        }
    }

    @Test func `an authority's file that is not there is a failure with a reason`() async throws {
        try await withCertificates { certificates in
            try await withResponder(tls: certificates.configuration(.valid)) { responder in
                let missing = certificates.directory + "/nothing.pem"
                try await withWebhook(to: responder, authority: missing, timeout: .seconds(5), scheme: "https") {
                    let outcome = await $0.deliver(sampleOrder(), at: momentNow())
                    #expect(outcome.isFailed)
                }
            }
        }
    }

    @Test func `a renewed certificate brings the path back without a restart`() async throws {
        try await withCertificates { certificates in
            let expired = try ResponderServer(tls: certificates.configuration(.expired))
            try await expired.start()
            try await withWebhook(
                to: expired, authority: certificates.authority, timeout: .seconds(5), scheme: "https"
            ) { channel in
                try await withSupervision(of: channel) { states in
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()).isFailed)
                    #expect(await states.reaches(1))
                    await expired.stop()
                    let renewed = try ResponderServer(tls: certificates.configuration(.valid), port: expired.port)
                    try await renewed.start()
                    #expect(await channel.deliver(sampleOrder(), at: momentNow()) == .accepted)
                    #expect(await states.reaches(2))
                    #expect(states.elements.last == .up)
                    await renewed.stop()
                }
            }
        }
    }
}
