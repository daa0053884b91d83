internal import GatewayCore
internal import LinuxSupport
internal import Logging
internal import Synchronization

/// What an intake's thread shares with the rest of the process.
final class IntakeShared: Sendable {
    let id: IntakeID
    let connection: BrokerConnection
    let timing: IntakeTiming
    let expectsSession: Bool
    let now: @Sendable () -> Moment
    let outlets: BrokerOutlets
    let logger: Logger
    /// Wakes the thread: a receipt was answered, something is to be published, or it shall stop.
    let wakeUp: WakeUp
    /// Readable once the thread has ended.
    let ended: WakeUp
    let publications = PublicationQueue()
    let stopDeadline = Mutex<BootTime?>(nil)
    let counts = Mutex(IntakeCounts())

    init(
        id: IntakeID, connection: BrokerConnection, timing: IntakeTiming, expectsSession: Bool,
        now: @escaping @Sendable () -> Moment, outlets: BrokerOutlets, logger: Logger
    ) throws(SystemError) {
        self.id = id
        self.connection = connection
        self.timing = timing
        self.expectsSession = expectsSession
        self.now = now
        self.outlets = outlets
        self.logger = logger
        wakeUp = try WakeUp()
        ended = try WakeUp()
    }

    func count(_ change: (inout IntakeCounts) -> Void) {
        counts.withLock { change(&$0) }
    }
}
