internal import Glibc

/// Ports of the loopback address that nobody uses.
enum FreePort {
    /// Ports that were free just now, each another.
    static func take(_ count: Int) throws(HomeFailure) -> [Int] {
        var sockets: [Int32] = []
        // All stay taken until the last is found, so that none is found twice.
        defer { for socket in sockets { close(socket) } }
        var ports: [Int] = []
        for _ in 0..<count {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { throw HomeFailure("There is no socket left.") }
            sockets.append(descriptor)
            ports.append(try bind(descriptor))
        }
        return ports
    }

    private static func bind(_ descriptor: Int32) throws(HomeFailure) -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.bind(descriptor, pointer, size) == 0 ? getsockname(descriptor, pointer, &size) : -1
            }
        }
        guard answer == 0 else { throw HomeFailure("There is no free port left.") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
