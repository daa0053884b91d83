package import LinuxSupport
internal import Synchronization

/// Whether a batch of arrivals is on disk; the MQTT thread waits for it before it acknowledges to the broker.
///
/// Answered from any thread, once: the first answer counts. One receipt stands for all arrivals of its batch, so
/// `recorded` is called when the last of them is committed. A receipt that is never answered counts as failed
/// after `MQTTLimits.recordTimeout`.
package final class ArrivalReceipt: Sendable {
    package enum Answer: Int, Sendable {
        case none
        case recorded
        case failed
    }

    private let state = Atomic<Int>(Answer.none.rawValue)
    private let wakeUp: WakeUp

    /// - Parameter wakeUp: signalled by the answer.
    package init(wakeUp: WakeUp) {
        self.wakeUp = wakeUp
    }

    /// All arrivals of the batch are committed: the broker may forget them.
    package func recorded() { give(.recorded) }

    /// They could not be committed: the broker must send them again.
    package func failed() { give(.failed) }

    package var answer: Answer { Answer(rawValue: state.load(ordering: .acquiring)) ?? .none }

    private func give(_ answer: Answer) {
        let (isFirst, _) = state.compareExchange(
            expected: Answer.none.rawValue, desired: answer.rawValue, ordering: .acquiringAndReleasing)
        if isFirst { wakeUp.signal() }
    }
}
