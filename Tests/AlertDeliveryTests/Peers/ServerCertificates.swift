import Foundation
import GatewayTesting
import NIOSSL

/// Servers whose certificates an authority signed well and badly.
struct ServerCertificates: Sendable {
    enum Server: String, CaseIterable, Sendable {
        case valid = "server"
        case expired
        case otherName = "elsewhere"
        /// Right in everything but that a stranger signed it.
        case stranger = "foreign"
    }

    let directory: String

    var authority: String { directory + "/authority.crt" }

    static func make() async throws -> ServerCertificates {
        let directory = NSTemporaryDirectory() + "pullcord-certificates-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let certificates = try await TestCertificates(in: directory)
        try await certificates.sign("elsewhere", names: "DNS:elsewhere.example")
        try await certificates.sign("foreign", by: "stranger")
        return ServerCertificates(directory: directory)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: directory)
    }

    func configuration(_ server: Server) throws -> TLSConfiguration {
        let path = directory + "/" + server.rawValue
        let chain = try NIOSSLCertificate.fromPEMFile(path + ".crt").map { NIOSSLCertificateSource.certificate($0) }
        return .makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: path + ".key", format: .pem)))
    }
}
