import Glibc
import GatewayTesting
import LinuxSupport
import Testing

struct BackgroundThreadTests {
    @Test func `the body runs on a thread of its own, and joining waits for it`() {
        let box = Mailbox<Bool>()
        let own = UInt(pthread_self())
        let thread = BackgroundThread.start(name: "body") {
            usleep(10_000)
            box.put(UInt(pthread_self()) != own)
        }
        thread.join()
        #expect(box.all == [true])
        thread.join()
    }

    @Test func `every signal that can be blocked is blocked in it`() {
        let box = Mailbox<Int32>()
        BackgroundThread.start(name: "signals") {
            var mask = sigset_t()
            pthread_sigmask(SIG_BLOCK, nil, &mask)
            for signal in [SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGCHLD, SIGUSR1] where sigismember(&mask, signal) == 0 {
                box.put(signal)
            }
        }.join()
        #expect(box.all == [])
    }

    @Test func `its name is shown, cut to fifteen bytes`() {
        let box = Mailbox<String>()
        let go = Mailbox<Bool>()
        let thread = BackgroundThread.start(name: "a-rather-long-name") {
            // The name is given by the starting thread just after the start.
            while go.all.isEmpty { usleep(1_000) }
            let file = OwnedDescriptor(open("/proc/thread-self/comm", O_RDONLY | O_CLOEXEC))
            let name = (try? file.read(atMost: 32)) ?? []
            box.put(String(decoding: name, as: UTF8.self))
        }
        go.put(true)
        thread.join()
        #expect(box.all == ["a-rather-long-n\n"])
    }
}
