import GatewayCore
import GatewayTesting
import MQTTIntake
import Testing

@Suite struct BrokerTLSTests {
    @Test(arguments: BrokerConnection.Version.allCases)
    func `presses arrive over TLS with a client certificate`(version: BrokerConnection.Version) async throws {
        try await withCertificates { certificates in
            var setup = MosquittoBroker.Setup()
            setup.certificates = certificates
            setup.requiresClientCertificate = true
            try await withBroker(setup) { broker in
                let tls = TLSFiles(
                    authority: certificates.authority, certificate: certificates.client, key: certificates.clientKey)
                try await withIntake(.local(broker.port, version: version, tls: tls)) { harness in
                    #expect(await harness.cameUp())
                    try await broker.publish(
                        "button/bed", "pressed",
                        options: [
                            "--cafile", certificates.authority, "--cert", certificates.client, "--key",
                            certificates.clientKey,
                        ])
                    #expect(await harness.arrival("pressed") != nil)
                    await broker.stop()
                    #expect(await harness.downReason() != nil)
                    try await broker.start()
                    #expect(await harness.cameUp())
                }
            }
        }
    }

    @Test func `an expired certificate is refused and named`() async throws {
        try await withCertificates { certificates in
            var setup = MosquittoBroker.Setup()
            setup.certificates = certificates
            setup.presentsExpired = true
            try await withBroker(setup) { broker in
                let tls = TLSFiles(authority: certificates.authority)
                try await withIntake(.local(broker.port, tls: tls)) { harness in
                    let reason = await harness.downReason()
                    #expect(reason == "TLS failed: certificate has expired", "\(reason ?? "none in time")")
                }
            }
        }
    }

    @Test func `an unknown authority is refused and named`() async throws {
        try await withCertificates { certificates in
            var setup = MosquittoBroker.Setup()
            setup.certificates = certificates
            try await withBroker(setup) { broker in
                for tls in [TLSFiles(authority: certificates.stranger), TLSFiles()] {
                    try await withIntake(.local(broker.port, tls: tls)) { harness in
                        let reason = try #require(await harness.downReason())
                        #expect(["self-signed", "issuer"].contains { reason.contains($0) }, "\(reason)")
                    }
                }
            }
        }
    }

    @Test func `a certificate for another name is refused`() async throws {
        let folder = try MosquittoBroker.makeFolder()
        let certificates = try await TestCertificates(in: folder, names: "DNS:elsewhere.example")
        var setup = MosquittoBroker.Setup()
        setup.certificates = certificates
        try await withBroker(setup) { broker in
            let tls = TLSFiles(authority: certificates.authority)
            try await withIntake(.local(broker.port, tls: tls)) { harness in
                #expect(await harness.downReason() == "TLS failed: the certificate is not for this host")
                #expect(harness.intake.counts.connections == 0)
            }
        }
    }

    @Test func `a broker without TLS is refused`() async throws {
        try await withCertificates { certificates in
            try await withBroker { broker in
                var timing = IntakeTiming()
                timing.connect = .seconds(2)
                let tls = TLSFiles(authority: certificates.authority)
                try await withIntake(.local(broker.port, tls: tls), timing: timing) { harness in
                    #expect(await harness.downReason() != nil)
                    #expect(harness.intake.counts.connections == 0)
                }
            }
        }
    }

    @Test func `a file that cannot be read is named by its part`() async throws {
        let tls = TLSFiles(authority: "/nowhere/authority.crt")
        try await withIntake(.local(1_883, tls: tls)) { harness in
            #expect(await harness.downReason() == "the TLS file for the authority cannot be read")
        }
    }
}
