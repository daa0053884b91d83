import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// Why no answer came, in a sentence for an installer.
struct WebhookFailure: Error, Hashable {
    var reason: String
    /// The connection ended under the request; a kept one may have been stale.
    var isClosedConnection = false

    static let silence = WebhookFailure(reason: "The responder's service did not answer in time.")
    static let tooMuch = WebhookFailure(reason: "The responder's service answered with more than can be an answer.")

    init(reason: String, isClosedConnection: Bool = false) {
        self.reason = reason
        self.isClosedConnection = isClosedConnection
    }

    init(_ error: any Error) {
        switch error {
        case let failure as WebhookFailure:
            self = failure
        case let error as HTTPClientError where Self.silent.contains(error):
            self = .silence
        case let error as HTTPClientError where Self.closed.contains(error):
            self.init(
                reason: "The responder's service ended the connection without a whole answer.",
                isClosedConnection: true)
        case let error as HTTPClientError where error == .alreadyShutdown:
            self.init(reason: "The gateway is stopping.")
        case is NIOTooManyBytesError:
            self = .tooMuch
        case let error as NIOConnectionError where error.connectionErrors.isEmpty:
            self.init(reason: "The name \(error.host) could not be found.")
        case is NIOConnectionError:
            self.init(reason: "The responder's service could not be reached.")
        case NIOSSLError.handshakeFailed, is NIOSSLExtraError:
            self.init(
                reason: "The responder's certificate is not trusted: expired, for another name, or of an "
                    + "authority that is not known here.")
        case is NIOSSLError, is BoringSSLError:
            self.init(reason: "The encrypted connection to the responder's service failed.")
        case is IOError, is ChannelError:
            self.init(
                reason: "The connection to the responder's service broke.", isClosedConnection: true)
        default:
            self.init(reason: "The responder's service did not speak HTTP (\(type(of: error))).")
        }
    }

    private static let silent: [HTTPClientError] = [
        .connectTimeout, .deadlineExceeded, .readTimeout, .writeTimeout, .tlsHandshakeTimeout,
        .getConnectionFromPoolTimeout, .cancelled,
    ]
    private static let closed: [HTTPClientError] = [.remoteConnectionClosed, .uncleanShutdown]
}
