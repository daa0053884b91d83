import Foundation
import NIOSSL

/// Certificates made by openssl for one test run: an authority, and servers that it signed well and badly.
struct TestCertificates: Sendable {
    enum Server: String, CaseIterable, Sendable {
        case valid
        case expired
        case otherName
        case selfSigned
    }

    let directory: String

    var authority: String { directory + "/authority.pem" }

    static func make() async throws -> TestCertificates {
        let directory = NSTemporaryDirectory() + "pullcord-certificates-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let made = TestCertificates(directory: directory)
        let newKey = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        let names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
        try Data(names.utf8).write(to: URL(fileURLWithPath: directory + "/names"))
        try Data("subjectAltName=DNS:elsewhere.example".utf8)
            .write(to: URL(fileURLWithPath: directory + "/otherNames"))
        try await made.openssl(
            "req -x509 \(newKey) -keyout authority.key -out authority.pem -subj /CN=authority -days 2")
        try await made.openssl("req -x509 \(newKey) -keyout selfSigned.key -out selfSigned.pem -subj /CN=localhost "
            + "-addext \(names) -days 2")
        let servers = [("valid", "2", "names"), ("expired", "-1", "names"), ("otherName", "2", "otherNames")]
        for (server, days, file) in servers {
            try await made.openssl("req -new \(newKey) -keyout \(server).key -out \(server).csr -subj /CN=localhost")
            try await made.openssl("x509 -req -in \(server).csr -CA authority.pem -CAkey authority.key -set_serial "
                + "\(UInt32.random(in: 1...UInt32.max)) -days \(days) -extfile \(file) -out \(server).pem")
        }
        return made
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: directory)
    }

    func configuration(_ server: Server) throws -> TLSConfiguration {
        let path = directory + "/" + server.rawValue
        let chain = try NIOSSLCertificate.fromPEMFile(path + ".pem").map { NIOSSLCertificateSource.certificate($0) }
        return .makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: path + ".key", format: .pem)))
    }

    private struct Failure: Error {
        var arguments: String
        var status: Int32
    }

    private func openssl(_ arguments: String) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        guard status == 0 else { throw Failure(arguments: arguments, status: status) }
    }
}
