internal import CLinux

/// Who is on the other end of a Unix socket, as the kernel recorded it when they connected.
package struct PeerCredentials: Hashable, Sendable {
    package var pid: Int32
    package var uid: UInt32
    package var gid: UInt32

    package init(pid: Int32, uid: UInt32, gid: UInt32) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
    }

    /// unix(7), `SO_PEERCRED`.
    init(of descriptor: Int32) throws(SystemError) {
        var peer = clinux_peer()
        // Safe: the C function fills one struct that lives through the call.
        try checked(unsafe clinux_peer_credentials(descriptor, &peer), "SO_PEERCRED")
        self.init(pid: peer.pid, uid: peer.uid, gid: peer.gid)
    }
}
