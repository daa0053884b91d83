import Testing

@testable import HomePages

struct HostGuardTests {
    @Test(arguments: [
        ("localhost:8480", true), ("LOCALHOST", true), ("127.0.0.1:8480", true), ("[::1]:8480", true),
        ("192.168.1.20", true), ("desk.example", true), ("Desk.Example:443", true),
        ("evil.example", false), ("desk.example.evil.example", false), ("127.0.0.1.evil.example", false),
        ("1.2.3", false), ("1.2.3.456", false), ("", false), ("abc:def", false),
    ])
    func `only addresses and known names are answered`(authority: String, isAnswered: Bool) {
        #expect(HostGuard(names: ["desk.example"]).accepts(HostName(authority)) == isAnswered)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("localhost", true), ("::1", true), ("127.9.9.9", true),
        ("0.0.0.0", false), ("::", false), ("192.168.1.2", false), ("127.evil.example", false),
    ])
    func `loopback is known from the rest`(host: String, isLoopback: Bool) {
        #expect(ListenAddress(host: host).isLoopback == isLoopback)
    }
}
