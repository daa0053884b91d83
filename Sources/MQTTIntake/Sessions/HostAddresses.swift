internal import Glibc

/// The numeric addresses of a host.
///
/// libmosquitto's non-blocking connect tries only the first address of a name, and the first of `localhost` is
/// often `::1`, where a broker that listens on 127.0.0.1 does not answer. So each attempt gets the next one.
enum HostAddresses {
    /// At most this many are tried in turn.
    static let most = 8

    /// - Returns: addresses in the resolver's order; empty when the name is unknown now. Blocks while the
    ///   resolver asks, which is why settings prefer a numeric address.
    static func resolve(_ host: String) -> [String] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        // Safe: the list is made by getaddrinfo, walked here and freed at the end.
        guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var addresses: [String] = []
        var entry = unsafe list
        while let current = unsafe entry, addresses.count < most {
            if let address = unsafe numeric(current.pointee), !addresses.contains(address) {
                addresses.append(address)
            }
            unsafe entry = current.pointee.ai_next
        }
        return addresses
    }

    private static func numeric(_ entry: addrinfo) -> String? {
        // Safe: the C function writes at most the capacity it is given, and closes with a zero.
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST)) { buffer in
            let answer = unsafe getnameinfo(
                entry.ai_addr, entry.ai_addrlen, buffer.baseAddress, socklen_t(buffer.count), nil, 0,
                NI_NUMERICHOST)
            guard answer == 0, let start = buffer.baseAddress else { return nil }
            return unsafe String(cString: start)
        }
    }
}
