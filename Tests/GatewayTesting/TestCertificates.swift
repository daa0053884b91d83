internal import Foundation

/// Certificates for tests, made by openssl in a folder of their own: an authority, a server it signed, one that
/// has expired, a client, and an authority that signed none of them.
package struct TestCertificates: Sendable {
    package var folder: String
    package var authority: String { "\(folder)/authority.crt" }
    package var stranger: String { "\(folder)/stranger.crt" }
    package var server: String { "\(folder)/server.crt" }
    package var serverKey: String { "\(folder)/server.key" }
    package var expired: String { "\(folder)/expired.crt" }
    package var expiredKey: String { "\(folder)/expired.key" }
    package var client: String { "\(folder)/client.crt" }
    package var clientKey: String { "\(folder)/client.key" }

    /// - Parameters:
    ///   - folder: an existing folder to put them in.
    ///   - names: what the servers' certificates are for, as openssl writes it ("IP:127.0.0.1,DNS:localhost").
    package init(in folder: String, names: String = Self.loopback) async throws {
        self.folder = folder
        try await Self.makeAuthority("authority", in: folder)
        try await Self.makeAuthority("stranger", in: folder)
        try await sign("server", names: names)
        try await sign("expired", names: names, days: -1)
        try await sign("client", names: "DNS:client")
    }

    package static let loopback = "IP:127.0.0.1,DNS:localhost"
    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    private static func makeAuthority(_ name: String, in folder: String) async throws {
        try await TestCommand.run(
            "openssl",
            ["req", "-x509"] + newKey + [
                "-keyout", "\(folder)/\(name).key", "-out", "\(folder)/\(name).crt", "-subj", "/CN=\(name)",
                "-days", "2", "-addext", "basicConstraints=critical,CA:TRUE",
            ])
    }

    /// Makes a key and a certificate for it.
    ///
    /// - Parameters:
    ///   - authority: the name of the authority that signs it, of the two here.
    ///   - days: how long it is valid from now; negative for one that has expired.
    package func sign(
        _ name: String, names: String = Self.loopback, by authority: String = "authority", days: Int = 2
    ) async throws {
        let request = "\(folder)/\(name).csr"
        try await TestCommand.run(
            "openssl",
            ["req"] + Self.newKey + ["-keyout", "\(folder)/\(name).key", "-out", request, "-subj", "/CN=\(name)"])
        try "subjectAltName=\(names)\n".write(toFile: "\(folder)/\(name).ext", atomically: true, encoding: .utf8)
        try await TestCommand.run(
            "openssl",
            [
                "x509", "-req", "-in", request, "-CA", "\(folder)/\(authority).crt", "-CAkey",
                "\(folder)/\(authority).key", "-CAcreateserial", "-days", "\(days)", "-extfile",
                "\(folder)/\(name).ext", "-out", "\(folder)/\(name).crt",
            ])
    }
}
