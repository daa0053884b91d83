internal import CMosquitto
internal import GatewayCore
internal import Glibc

/// The one Swift owner of a `struct mosquitto *`.
///
/// Every call is made by one thread, never from a callback. libmosquitto is told that it is driven by a thread
/// (`mosquitto_threaded_set`) before it connects: only then does it queue the acknowledgement of a message
/// instead of sending it before anybody has seen the message. So `read`, record, `write` in this order is what
/// makes an alarm durable; `mosquitto_loop` mixes them and is never used, nor is QoS 2, which loses a message
/// when the process dies between PUBREC and PUBREL.
@safe final class MosquittoClient {
    let mailbox: ClientMailbox
    // Safe: made in `init`, destroyed in `deinit`, never handed out.
    private let handle: OpaquePointer
    private let options: ClientOptions

    /// Starts the library once; `mosquitto_lib_init` is not safe for threads, a lazy constant is.
    private static let libraryAnswer = mosquitto_lib_init()

    /// - Throws: what the library did not like, such as a certificate file that cannot be read.
    init(_ options: ClientOptions) throws(MosquittoAnswer) {
        self.options = options
        mailbox = ClientMailbox(messageBytes: options.messageBytes)
        guard Self.libraryAnswer == MOSQ_ERR_SUCCESS.rawValue else {
            throw MosquittoAnswer(code: Self.libraryAnswer, systemError: errno)
        }
        // Safe: the mailbox lives as long as the handle: both belong to this object, and `deinit` ends the
        // handle first. Usually not clean: the broker keeps what comes while the gateway is away.
        let context = unsafe Unmanaged.passUnretained(mailbox).toOpaque()
        guard let made = unsafe mosquitto_new(options.clientID, !options.keepsSession, context) else {
            throw MosquittoAnswer(code: MOSQ_ERR_ERRNO.rawValue, systemError: errno)
        }
        unsafe handle = made
        unsafe setMailboxCallbacks(of: handle)
        watchLog(true)
        try checked(unsafe mosquitto_threaded_set(handle, true))
        try setOptions()
        if let tls = options.tls { try setTLS(tls) }
        if let will = options.will { try setWill(will) }
        if options.version == .v5 { try setConnectProperties() }
    }

    deinit {
        unsafe mosquitto_destroy(handle)
    }

    // MARK: Options

    private func setOptions() throws(MosquittoAnswer) {
        let version = options.version == .v5 ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311
        try checked(unsafe mosquitto_int_option(handle, MOSQ_OPT_PROTOCOL_VERSION, version))
        try checked(unsafe mosquitto_int_option(handle, MOSQ_OPT_TCP_NODELAY, 1))
        try checked(unsafe mosquitto_int_option(handle, MOSQ_OPT_RECEIVE_MAXIMUM, options.receiveMaximum))
        if let user = options.user {
            try checked(unsafe mosquitto_username_pw_set(handle, user, options.password?.exposed))
        }
    }

    private func setTLS(_ files: TLSFiles) throws(MosquittoAnswer) {
        CertificateCheck.watch()
        // The option alone is not enough: before 2.0.12 the library also wants a file or folder named.
        let folder = files.authority == nil ? MQTTLimits.systemCertificates : nil
        if files.authority == nil {
            try checked(unsafe mosquitto_int_option(handle, MOSQ_OPT_TLS_USE_OS_CERTS, 1))
        }
        // Safe: the library copies the paths. Without the callback OpenSSL would ask the terminal for the
        // password of a locked key and block; with it such a key is an error.
        try checked(
            unsafe mosquitto_tls_set(handle, files.authority, folder, files.certificate, files.key) { _, _, _, _ in 0 })
        // SSL_VERIFY_PEER; TLS 1.2 is the least (RFC 8996 ended the older ones).
        try checked(unsafe mosquitto_tls_opts_set(handle, 1, "tlsv1.2", nil))
    }

    private func setWill(_ will: ClientOptions.Will) throws(MosquittoAnswer) {
        let payload = Array(will.payload.utf8)
        var properties: OpaquePointer?
        if options.version == .v5 {
            try checked(
                unsafe mosquitto_property_add_int32(
                    &properties, MQTT_PROP_WILL_DELAY_INTERVAL.rawValue.asIdentifier, MQTTLimits.willDelay))
        }
        // Safe: the library copies topic and payload, and owns the properties once it has accepted them.
        try checked(
            unsafe mosquitto_will_set_v5(
                handle, will.topic, Int32(payload.count), payload, 1, true, properties))
    }

    /// Gives the library the properties of its CONNECT packets.
    ///
    /// Of the calls that take properties all connect in the blocking way, which can last two minutes, and the
    /// asynchronous one takes none but sends those the client has. So they are set by a blocking call that fails
    /// before it opens anything: port 0 with an empty name.
    private func setConnectProperties() throws(MosquittoAnswer) {
        var properties: OpaquePointer?
        // Safe: the list is made, copied by the library and freed in this function.
        defer { unsafe mosquitto_property_free_all(&properties) }
        try checked(
            unsafe mosquitto_property_add_int32(
                &properties, MQTT_PROP_SESSION_EXPIRY_INTERVAL.rawValue.asIdentifier,
                options.keepsSession ? MQTTLimits.sessionExpiry : 0))
        try checked(
            unsafe mosquitto_property_add_int32(
                &properties, MQTT_PROP_MAXIMUM_PACKET_SIZE.rawValue.asIdentifier,
                UInt32(options.messageBytes * MQTTLimits.packetFactor)))
        let code = unsafe mosquitto_connect_bind_v5(handle, "", 0, MQTTLimits.keepAlive, nil, properties)
        precondition(code != MOSQ_ERR_SUCCESS.rawValue, "Nothing listens at an empty name and port 0.")
    }

    // MARK: Connection

    /// Begins to connect and returns at once, but for the resolver when `host` is a name.
    func connect(host: String, port: Int) throws(MosquittoAnswer) {
        mailbox.forgetConnection()
        CertificateCheck.forgetFreed()
        watchLog(true)
        try checked(unsafe mosquitto_connect_bind_async(handle, host, Int32(port), MQTTLimits.keepAlive, nil))
    }

    /// The socket to wait on; nil without a connection.
    var descriptor: Int32? {
        let socket = unsafe mosquitto_socket(handle)
        return socket >= 0 ? socket : nil
    }

    /// Whether packets wait to be written. Ask once in a round: while TLS connects, the library forgets the
    /// answer when it gives it.
    var wantsWrite: Bool { unsafe mosquitto_want_write(handle) }

    /// Reads what the socket has, usually one packet; callbacks fill the mailbox.
    func read() -> MosquittoAnswer { answer(unsafe mosquitto_loop_read(handle, 1)) }

    /// Writes what is queued, acknowledgements among it.
    func write() -> MosquittoAnswer { answer(unsafe mosquitto_loop_write(handle, 1)) }

    /// Sends a PINGREQ when one is due, and ends a connection whose last one was not answered.
    func keepAlive() -> MosquittoAnswer { answer(unsafe mosquitto_loop_misc(handle)) }

    /// Queues a DISCONNECT: `write` sends it and closes the socket, and the broker does not publish the will.
    func disconnect() { _ = unsafe mosquitto_disconnect(handle) }

    /// Ends the connection without a word: what is queued, acknowledgements among it, never leaves.
    ///
    /// The library frees the queue and closes the socket when it connects again.
    func cut() {
        if let descriptor { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
    }

    /// The error a failed connect left on the socket; 0 for none.
    var socketError: Int32 {
        guard let descriptor else { return 0 }
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        // Safe: the kernel writes at most `size` bytes into `code`.
        let answer = unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
        return answer == 0 ? code : errno
    }

    /// What was wrong with the broker's certificate, after a call on this thread failed for TLS.
    var certificateRefusal: String? { unsafe CertificateCheck.refusal(of: mosquitto_ssl_get(handle)) }

    /// The library formats every packet for its log; only who needs that pays for it.
    func watchLog(_ isWatched: Bool) {
        unsafe setLogCallback(of: handle, isWatched || options.watchesRedelivery)
    }

    // MARK: Messages

    /// - Returns: the number of the packet, which its SUBACK will carry.
    func subscribe(to filter: String) throws(MosquittoAnswer) -> Int32 {
        var packet: Int32 = 0
        try checked(unsafe mosquitto_subscribe(handle, &packet, filter, 1))
        return packet
    }

    /// - Returns: the number of the packet, which its PUBACK will carry at QoS 1.
    func publish(_ publication: Publication) throws(MosquittoAnswer) -> Int32 {
        var packet: Int32 = 0
        // Safe: the payload's pointer and count are those of one live array, and the library copies it.
        try checked(
            unsafe mosquitto_publish(
                handle, &packet, publication.topic, Int32(publication.payload.count), publication.payload,
                publication.qos.rawValue, publication.isRetained))
        return packet
    }

    private func checked(_ code: Int32) throws(MosquittoAnswer) {
        let answer = answer(code)
        if !answer.isSuccess { throw answer }
    }

    private func answer(_ code: Int32) -> MosquittoAnswer { MosquittoAnswer(code: code, systemError: errno) }
}

extension FixedWidthInteger {
    /// The C header numbers its properties in an enumeration and takes them as `int`.
    fileprivate var asIdentifier: Int32 { Int32(truncatingIfNeeded: self) }
}
