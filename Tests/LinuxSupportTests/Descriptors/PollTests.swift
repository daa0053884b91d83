import Glibc
import LinuxSupport
import Testing

struct PollTests {
    @Test func `a signal wakes, and is forgotten when drained`() throws {
        let wakeUp = try WakeUp()
        #expect(try waitForInput([wakeUp.descriptor], timeout: .zero) == [false])
        let thread = BackgroundThread.start(name: "signaller") {
            wakeUp.signal()
            wakeUp.signal()
        }
        #expect(try waitForInput([wakeUp.descriptor], timeout: .seconds(10)) == [true])
        thread.join()
        #expect(wakeUp.drain())
        #expect(!wakeUp.drain(), "Signals before a drain are one.")
        #expect(try waitForInput([wakeUp.descriptor], timeout: .zero) == [false])
    }

    @Test func `waiting ends not before its time`() throws {
        let wakeUp = try WakeUp()
        let before = KernelClock.bootNanoseconds()
        #expect(try waitForInput([wakeUp.descriptor], timeout: .milliseconds(30)) == [false])
        #expect(KernelClock.bootNanoseconds() - before >= 30_000_000)
    }

    @Test func `a hang-up is told apart from input`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let reading = OwnedDescriptor(ends[0])
        close(ends[1])
        let answer = try Poll.wait([(reading.rawValue, .input)], timeout: .seconds(10))
        #expect(answer == [.hangUp])
    }

    @Test func `a descriptor that is not open is an error of its own`() throws {
        let wakeUp = try WakeUp()
        let answer = try Poll.wait([(wakeUp.descriptor, .input), (1_000_000, .input)], timeout: .seconds(10))
        #expect(answer == [[], .error])
    }
}
