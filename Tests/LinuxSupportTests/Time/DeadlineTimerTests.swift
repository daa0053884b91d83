import LinuxSupport
import Testing

struct DeadlineTimerTests {
    @Test(arguments: [Int64.min, -1, 0, 1])
    func `a deadline in the past is due at once`(nanoseconds: Int64) throws {
        let timer = try DeadlineTimer()
        timer.set(kernelNanoseconds: nanoseconds)
        #expect(try waitForInput([timer.descriptor], timeout: .seconds(10)) == [true])
        #expect(timer.drain())
        #expect(!timer.drain())
    }

    @Test func `a deadline is not due before its time`() throws {
        let timer = try DeadlineTimer()
        let deadline = KernelClock.bootNanoseconds() + 30_000_000
        timer.set(kernelNanoseconds: deadline)
        #expect(try waitForInput([timer.descriptor], timeout: .seconds(10)) == [true])
        #expect(KernelClock.bootNanoseconds() >= deadline)
    }

    @Test func `a later deadline takes the place of an earlier one, and clearing forgets it`() throws {
        let timer = try DeadlineTimer()
        timer.set(kernelNanoseconds: 1)
        timer.set(kernelNanoseconds: .max)
        #expect(try waitForInput([timer.descriptor], timeout: .zero) == [false])
        timer.set(kernelNanoseconds: 1)
        timer.clear()
        #expect(try waitForInput([timer.descriptor], timeout: .zero) == [false])
    }

    @Test func `an undisturbed clock makes no step`() throws {
        let watch = try ClockStepWatch()
        #expect(try waitForInput([watch.descriptor], timeout: .zero) == [false])
        #expect(!watch.drain())
    }
}
