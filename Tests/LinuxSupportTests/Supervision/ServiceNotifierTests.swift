import CLinux
import Glibc
import GatewayCore
import LinuxSupport
import Testing

struct ServiceNotifierTests {
    /// The service manager's end.
    private struct Manager: ~Copyable {
        let socket: OwnedDescriptor

        init(_ path: String) throws {
            let answer = clinux_datagram_bind(path)
            try #require(answer >= 0)
            socket = OwnedDescriptor(answer)
        }

        func next() throws -> String? {
            guard try waitForInput([socket.rawValue], timeout: .seconds(10))[0] else { return nil }
            return try socket.read(atMost: 4_096).map { String(decoding: $0, as: UTF8.self) }
        }
    }


    @Test func `the manager hears each state in its own words`() async throws {
        try await withTemporaryFolder { folder in
            let manager = try Manager(folder + "/notify")
            let notifier = ServiceNotifier(socket: folder + "/notify")
            #expect(notifier.isManaged)
            notifier.ready(status: "Watching 14 devices.")
            #expect(try manager.next() == "READY=1\nSTATUS=Watching 14 devices.\n")
            notifier.status("one\nREADY=1")
            #expect(try manager.next() == "STATUS=one READY=1\n")
            notifier.watchdog()
            #expect(try manager.next() == "WATCHDOG=1\n")
            notifier.watchdogTrigger()
            #expect(try manager.next() == "WATCHDOG=trigger\n")
            notifier.stopping()
            #expect(try manager.next() == "STOPPING=1\n")
            notifier.extendTimeout(by: .seconds(30))
            #expect(try manager.next() == "EXTEND_TIMEOUT_USEC=30000000\n")
            let before = KernelClock.monotonicMicroseconds()
            notifier.reloading()
            let reloading = try #require(try manager.next())
            #expect(reloading.hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
            let time = try #require(Int64(reloading.split(separator: "=").last?.dropLast() ?? ""))
            #expect(time >= before)
        }
    }

    @Test func `an abstract socket is reached too`() throws {
        let name = "@pullcord-test-\(getpid())-\(KernelClock.bootNanoseconds())"
        let manager = try Manager(name)
        ServiceNotifier(socket: name).ready()
        #expect(try manager.next() == "READY=1\n")
    }

    @Test(arguments: [nil, "", "relative/path", "/nowhere/at/all"])
    func `without a manager nothing happens`(socket: String?) {
        ServiceNotifier(socket: socket).ready(status: "x")
    }

    @Test(arguments: [
        ("30000000", nil, Duration.seconds(15)),
        ("30000000", "own", .seconds(15)),
        ("30000000", "1", nil),
        ("30000000", "not a number", nil),
        ("0", nil, nil),
        ("-5", nil, nil),
        ("soon", nil, nil),
        (nil, nil, nil),
    ] as [(String?, String?, Duration?)])
    func `the watchdog is fed at half of its time, if it is meant for this process`(
        microseconds: String?, pid: String?, expected: Duration?
    ) {
        let notifier = ServiceNotifier(
            socket: nil, watchdogMicroseconds: microseconds, watchdogPID: pid == "own" ? "\(getpid())" : pid)
        #expect(notifier.watchdogInterval == expected)
    }
}
