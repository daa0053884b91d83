import GatewayCore
import GatewayTesting
import LinuxSupport
import Testing

@testable import MQTTIntake

struct CertificateCheckTests {
    /// On a busy machine most handshakes end inside the call that connects. On a thread of its own, because each
    /// waits for its socket.
    @Test(.ownThread) func `a refused certificate has its reason, wherever the handshake ends`() async throws {
        let folder = try MosquittoBroker.makeFolder()
        var setup = MosquittoBroker.Setup()
        setup.certificates = try await TestCertificates(in: folder)
        let stranger = try #require(setup.certificates).stranger
        try await withBroker(setup) { broker in
            let load = BusyLoad()
            defer { load.stop() }
            for _ in 0..<60 {
                let client = try MosquittoClient(options(trusting: stranger))
                let failure = try failure(of: client, port: broker.port)
                #expect(failure?.isTLS == true)
                let reason = client.certificateRefusal ?? "none"
                #expect(["self-signed", "issuer"].contains { reason.contains($0) }, "\(reason)")
            }
        }
    }

    private func options(trusting authority: String) -> ClientOptions {
        ClientOptions(
            clientID: "test", version: .v311, tls: TLSFiles(authority: authority), receiveMaximum: 10,
            watchesRedelivery: false)
    }

    /// Connects until the library says that it failed.
    private func failure(of client: MosquittoClient, port: Int) throws -> MosquittoAnswer? {
        do throws(MosquittoAnswer) {
            try client.connect(host: "127.0.0.1", port: port)
        } catch {
            return error
        }
        while let socket = client.descriptor {
            let interest: Readiness = client.wantsWrite ? [.input, .output] : .input
            _ = try Poll.wait([(socket, interest)], timeout: .seconds(60))
            for answer in [client.read(), client.write()] where !answer.isSuccess { return answer }
        }
        return nil
    }
}
