import GatewayTesting
import Glibc
import LinuxSupport
import Testing

struct SignalWatchTests {
    @Test func `a watched signal is read instead of ending the process`() {
        let heard = Mailbox<Bool>()
        // On a thread of its own, since what a thread blocks stays blocked in it.
        BackgroundThread.start(name: "signals") {
            guard let watch = try? SignalWatch(SIGUSR2) else { return }
            heard.put(watch.drain())
            raise(SIGUSR2)
            let readiness = try? waitForInput([watch.descriptor], timeout: .seconds(10))
            heard.put(readiness == [true])
            heard.put(watch.drain())
            heard.put(watch.drain())
        }.join()
        #expect(heard.all == [false, true, true, false])
    }

    @Test func `what is no signal is refused`() {
        #expect(errorCode { _ = try SignalWatch(10_000) } == EINVAL)
    }

    @Test func `a write to a closed pipe is an error once broken pipes are ignored`() throws {
        ProcessSignals.ignoreBrokenPipes()
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let writing = OwnedDescriptor(ends[1])
        close(ends[0])
        let raw = writing.rawValue
        #expect(errorCode { _ = try DescriptorBytes.write(raw, [1]) } == EPIPE)
    }
}
