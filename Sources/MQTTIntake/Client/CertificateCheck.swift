internal import CMosquitto
internal import Glibc

/// Why a broker's certificate was refused.
///
/// libmosquitto only says "certificate verify failed"; OpenSSL, which it has loaded into the process, knows
/// whether it is expired or from an unknown authority. OpenSSL is asked through the loader, so that the gateway
/// does not link it a second time; where it is not found the answer is nil.
enum CertificateCheck {
    private typealias VerifyResult = @convention(c) (UnsafeMutableRawPointer?) -> Int
    private typealias ErrorText = @convention(c) (Int) -> UnsafePointer<CChar>?

    /// Whether libmosquitto complains of a refused certificate. Where the whole handshake fits into
    /// `mosquitto_connect`, it frees the connection before it answers, and nothing is left to ask.
    static func isRefusal(_ complaint: String?) -> Bool {
        complaint?.contains("certificate verify failed") == true
    }

    /// - Parameter connection: what `mosquitto_ssl_get` gave for a connection that has just failed.
    static func refusal(of connection: UnsafeMutableRawPointer?) -> String? {
        // Safe: both symbols have had these types since OpenSSL 0.9 (SSL_get_verify_result(3),
        // X509_verify_cert_error_string(3)); `connection` is an SSL object that the client still owns, and the
        // text is a constant of the library.
        guard let connection = unsafe connection,
            let asked = unsafe dlsym(nil, "SSL_get_verify_result"),
            let named = unsafe dlsym(nil, "X509_verify_cert_error_string")
        else { return nil }
        let code = unsafe unsafeBitCast(asked, to: VerifyResult.self)(connection)
        guard code != 0, let text = unsafe unsafeBitCast(named, to: ErrorText.self)(code) else { return nil }
        return unsafe String(cString: text)
    }
}
