internal import CMosquitto

// The functions libmosquitto calls. Each finds the client's mailbox in the context it was made with and copies
// into it; none calls the library.

/// Connects a client's callbacks with the mailbox that is its context.
func setMailboxCallbacks(of handle: OpaquePointer) {
    // Safe: the handle is open, and the functions live for ever.
    unsafe mosquitto_connect_v5_callback_set(handle, clientConnected)
    unsafe mosquitto_disconnect_v5_callback_set(handle, clientDisconnected)
    unsafe mosquitto_subscribe_v5_callback_set(handle, clientSubscribed)
    unsafe mosquitto_publish_v5_callback_set(handle, clientPublished)
    unsafe mosquitto_message_v5_callback_set(handle, clientReceived)
}

func setLogCallback(of handle: OpaquePointer, _ isSet: Bool) {
    // Safe: as above.
    unsafe mosquitto_log_callback_set(handle, isSet ? clientLogged : nil)
}

/// Safe where used: the context is the mailbox that the client was made with, which lives as long as the client.
private func mailbox(_ context: UnsafeMutableRawPointer?) -> ClientMailbox? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<ClientMailbox>.fromOpaque(context).takeUnretainedValue()
}

private func clientConnected(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, code: Int32, flags: Int32, _: OpaquePointer?
) {
    // Bit 0 of the flags is Session Present (MQTT 5.0, 3.2.2.1.1).
    unsafe mailbox(context)?.connected(ClientMailbox.Connack(code: code, hasSession: flags & 1 == 1))
}

private func clientDisconnected(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, code: Int32, _: OpaquePointer?
) {
    unsafe mailbox(context)?.disconnected(code)
}

private func clientSubscribed(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, packet: Int32, count: Int32,
    granted: UnsafePointer<Int32>?, _: OpaquePointer?
) {
    // Safe: the library gives `count` codes, alive during the callback.
    let codes = unsafe Array(UnsafeBufferPointer(start: granted, count: granted == nil ? 0 : Int(max(0, count))))
    unsafe mailbox(context)?.subscribed(ClientMailbox.Suback(packet: packet, codes: codes))
}

private func clientPublished(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, packet: Int32, code: Int32, _: OpaquePointer?
) {
    unsafe mailbox(context)?.published(ClientMailbox.Puback(packet: packet, code: code))
}

private func clientReceived(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, message: UnsafePointer<mosquitto_message>?,
    _: OpaquePointer?
) {
    // Safe: the message lives during the callback.
    guard let message = unsafe message else { return }
    unsafe mailbox(context)?.received(message.pointee)
}

private func clientLogged(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, level: Int32, line: UnsafePointer<CChar>?
) {
    // Safe: the line lives during the callback.
    guard let line = unsafe line else { return }
    unsafe mailbox(context)?.logged(level: level, line)
}
