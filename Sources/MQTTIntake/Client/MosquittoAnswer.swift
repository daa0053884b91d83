internal import CMosquitto
internal import LinuxSupport

/// What a call of libmosquitto answered, with the system's error number read before anything else ran.
struct MosquittoAnswer: Error {
    let code: Int32
    let systemError: Int32

    var isSuccess: Bool { code == MOSQ_ERR_SUCCESS.rawValue || code == MOSQ_ERR_CONN_PENDING.rawValue }
    var isTLS: Bool { code == MOSQ_ERR_TLS.rawValue || code == MOSQ_ERR_TLS_HANDSHAKE.rawValue }

    /// A part of a sentence for an installer.
    var reason: String {
        switch mosq_err_t(rawValue: code) {
        case MOSQ_ERR_ERRNO where systemError != 0: SystemError.text(of: systemError)
        case MOSQ_ERR_CONN_LOST, MOSQ_ERR_NO_CONN: "the broker closed the connection"
        case MOSQ_ERR_KEEPALIVE: "the broker no longer answers"
        case MOSQ_ERR_EAI, MOSQ_ERR_LOOKUP: "the broker's name cannot be resolved"
        case MOSQ_ERR_TLS, MOSQ_ERR_TLS_HANDSHAKE: "TLS failed"
        case MOSQ_ERR_PROTOCOL, MOSQ_ERR_MALFORMED_PACKET: "what answers does not speak this version of MQTT"
        case MOSQ_ERR_NOMEM: "there is no memory left"
        case MOSQ_ERR_OVERSIZE_PACKET, MOSQ_ERR_PAYLOAD_SIZE: "the broker takes no message of that size"
        // Safe: the library answers any number with a constant text.
        default: unsafe String(cString: mosquitto_strerror(code))
        }
    }
}
