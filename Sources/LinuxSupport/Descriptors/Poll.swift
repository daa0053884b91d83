internal import CLinux
internal import GatewayCore
internal import Glibc

/// Waits for a few descriptors on a thread of one's own, by poll(2).
package enum Poll {
    /// Waits until one of the descriptors is ready or the time is over; goes on after a signal.
    ///
    /// - Parameters:
    ///   - waits: descriptors and what to wait for; at most `LinuxLimits.polledDescriptors`.
    ///   - timeout: nil waits without end. Measured on the boot clock, so a clock step changes nothing.
    /// - Returns: one answer for each wait, in order; all empty when the time is over.
    package static func wait(
        _ waits: [(descriptor: Int32, interest: Readiness)], timeout: Duration?
    ) throws(SystemError) -> [Readiness] {
        precondition(waits.count <= LinuxLimits.polledDescriptors, "Many descriptors belong to the event thread.")
        let descriptors = waits.map(\.descriptor)
        let interest = waits.map(\.interest.rawValue)
        var readiness = [UInt32](repeating: 0, count: waits.count)
        let deadline = timeout.map { KernelClock.bootNanoseconds().addingClamped($0.nanoseconds) }
        while true {
            let milliseconds = remainingMilliseconds(until: deadline)
            // Safe: the three arrays live through the call and hold `count` elements each.
            let answer = unsafe clinux_poll(
                descriptors, interest, &readiness, Int32(waits.count), milliseconds)
            if answer > 0 { return readiness.map(Readiness.init(rawValue:)) }
            if answer < 0, answer != -EINTR { try checked(answer, "poll") }
            if let deadline, KernelClock.bootNanoseconds() >= deadline {
                return Array(repeating: [], count: waits.count)
            }
        }
    }

    /// Milliseconds for poll(2), rounded up so that it does not spin at the end; -1 for no limit.
    private static func remainingMilliseconds(until deadline: Int64?) -> Int32 {
        guard let deadline else { return -1 }
        let nanoseconds = max(0, deadline - KernelClock.bootNanoseconds())
        return Int32(clamping: nanoseconds / 1_000_000 + (nanoseconds % 1_000_000 == 0 ? 0 : 1))
    }
}

/// Waits until one of the descriptors can be read (or has ended or failed) or the time is over.
///
/// - Returns: for each descriptor, in order, whether reading it says something.
package func waitForInput(_ descriptors: [Int32], timeout: Duration?) throws(SystemError) -> [Bool] {
    let answers = try Poll.wait(descriptors.map { ($0, .input) }, timeout: timeout)
    return answers.map { !$0.isEmpty }
}

extension Int64 {
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
