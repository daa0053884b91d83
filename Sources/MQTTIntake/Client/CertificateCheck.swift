internal import CMosquitto
internal import Glibc
internal import Synchronization

/// Why a broker's certificate was refused.
///
/// libmosquitto only says "certificate verify failed"; OpenSSL, which it has loaded into the process, knows
/// whether it is expired or from an unknown authority. OpenSSL is asked through the loader, so that the gateway
/// does not link it a second time; where it is not found the answer is nil.
///
/// Where the whole handshake fits into `mosquitto_connect`, which a busy machine makes likely, the connection is
/// freed before that answers. So OpenSSL tells of each connection that it frees (CRYPTO_get_ex_new_index(3)); that
/// the connection then still knows its result is not its promise: a test holds it against the installed one. A
/// context of our own (MOSQ_OPT_SSL_CTX) with a function that verifies would be the other way; libmosquitto
/// before 2.0.15 then refuses every certificate, because it has not set up what its check of the name needs.
enum CertificateCheck {
    private typealias VerifyResult = @convention(c) (UnsafeMutableRawPointer?) -> Int
    private typealias ErrorText = @convention(c) (Int) -> UnsafePointer<CChar>?
    private typealias Freed =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, Int32, Int,
            UnsafeMutableRawPointer?
        ) -> Void
    private typealias NewIndex =
        @convention(c) (Int32, Int, UnsafeMutableRawPointer?, Freed?, Freed?, Freed?) -> Int32

    /// The class of connections (`CRYPTO_EX_INDEX_SSL`, openssl/crypto.h).
    private static let connections: Int32 = 0
    /// What was wrong with the last connection that was freed on a thread, if anything was.
    private static let freed = Mutex<[pthread_t: Int]>([:])

    /// Watches what OpenSSL frees; it cannot be undone, and is done once.
    static func watch() { _ = isWatching }

    private static let isWatching: Bool = {
        guard let asked = unsafe dlsym(nil, "CRYPTO_get_ex_new_index") else { return false }
        // Safe: the function has had this type since OpenSSL 1.1.0; the one for copies, which differs, is none.
        let index = unsafe unsafeBitCast(asked, to: NewIndex.self)(connections, 0, nil, nil, nil) {
            connection, _, _, _, _, _ in
            let code = unsafe CertificateCheck.code(of: connection)
            CertificateCheck.freed.withLock { $0[pthread_self()] = code == 0 ? nil : code }
        }
        return index >= 0
    }()

    /// Forgets the connections that were freed on the calling thread.
    static func forgetFreed() {
        freed.withLock { $0[pthread_self()] = nil }
    }

    /// - Parameter connection: what `mosquitto_ssl_get` gave for a connection that has just failed on the calling
    ///   thread; nil when it is freed already.
    static func refusal(of connection: UnsafeMutableRawPointer?) -> String? {
        let code = unsafe connection == nil ? freed.withLock { $0[pthread_self()] ?? 0 } : code(of: connection)
        // libmosquitto checks the name itself and leaves no code, of which OpenSSL makes an unspecified error
        // (X509_V_ERR_UNSPECIFIED, openssl/x509_vfy.h).
        if code == 1 { return "the certificate is not for this host" }
        // Safe: the symbol has had this type since OpenSSL 0.9 (X509_verify_cert_error_string(3)), and the text is
        // a constant of the library.
        guard code != 0, let named = unsafe dlsym(nil, "X509_verify_cert_error_string"),
            let text = unsafe unsafeBitCast(named, to: ErrorText.self)(code)
        else { return nil }
        return unsafe String(cString: text)
    }

    /// - Returns: 0 where nothing was wrong with the certificate, or none was seen.
    private static func code(of connection: UnsafeMutableRawPointer?) -> Int {
        // Safe: as above (SSL_get_verify_result(3)); the connection is one that the client still owns, or that
        // OpenSSL is about to free.
        guard let connection = unsafe connection, let asked = unsafe dlsym(nil, "SSL_get_verify_result") else {
            return 0
        }
        return unsafe unsafeBitCast(asked, to: VerifyResult.self)(connection)
    }
}
