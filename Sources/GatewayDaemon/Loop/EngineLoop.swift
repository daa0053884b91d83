package import DeviceProtocols
package import GatewayCore
internal import GatewaySettings
package import LedgerStore
package import LinuxSupport
package import Logging
internal import MQTTIntake
internal import Synchronization

/// The one loop that takes events: decide, record, act.
///
/// It runs on a thread of its own, the only one that touches the engine and the ledger. The watchdog is
/// fed from here and nowhere else, so "the process is alive" means "an alarm can be raised".
package final class EngineLoop: Sendable {
    /// What belongs to the loop's thread alone.
    struct Working: ~Copyable {
        var engine: Engine
        var decoder: ArrivalDecoder
        /// Hears the outputs among what arrives.
        var outputs: OutputWatch
        let ledger: SQLiteLedger
        var figures = LoopFigures()
        var strangers = StrangerList()
        var lastFlush: BootTime
        /// The ledger could not write; since then effects below emergency wait.
        var isStorageDown = false
        var heldEffects: [Effect] = []
        /// The space reserve was given away and people were told.
        var isReserveTold = false
        var lastRetirement: BootTime
        var isStopping = false
        var clockDoubt = ClockDoubt()
        /// What the engine knows of this boot's time in suspend.
        var suspended = KernelClock.suspendedNanoseconds()
    }

    let inbox: Inbox
    let clock: SystemClock
    let perform: @Sendable (Effect) -> Void
    let show: @Sendable (Engine) -> Void
    let notifier: ServiceNotifier
    let logger: Logger
    private let timer: DeadlineTimer
    private let clockSteps: ClockStepWatch
    private let working: Mutex<Working?>

    package init(
        engine: Engine, decoder: ArrivalDecoder, ledger: sending SQLiteLedger, inbox: Inbox,
        clock: SystemClock, notifier: ServiceNotifier, logger: Logger,
        perform: @escaping @Sendable (Effect) -> Void, show: @escaping @Sendable (Engine) -> Void = { _ in }
    ) throws(SystemError) {
        self.inbox = inbox
        self.clock = clock
        self.perform = perform
        self.show = show
        self.notifier = notifier
        self.logger = logger
        timer = try DeadlineTimer()
        clockSteps = try ClockStepWatch()
        working = Mutex(
            Working(
                engine: engine, decoder: decoder, outputs: OutputWatch(engine.plan.home.outputs), ledger: ledger,
                lastFlush: clock.now().boot,
                lastRetirement: clock.now().boot))
    }

    /// Runs until `stop` is taken from the inbox. Blocks: call it on its own thread.
    ///
    /// - Parameters:
    ///   - outage: what is known of the time before this start.
    ///   - ready: called once, when all that was restored has been looked at and re-issued.
    package func run(after outage: Outage?, ready: @Sendable () -> Void) {
        guard var working = working.withLock({ $0.take() }) else {
            preconditionFailure("The engine loop runs once.")
        }
        turn(.started(outage), at: clock.now(), &working)
        ready()
        while !working.isStopping {
            let (items, displaced) = inbox.take()
            working.figures.displaced = displaced
            if items.isEmpty {
                waitForWork(&working)
                turnIfDue(&working)
                watchClock(&working)
            } else {
                take(items, &working)
            }
            flushIfDue(&working)
            retireIfDue(&working)
            notifier.watchdog()
        }
        end(&working)
    }

    // MARK: - Waiting

    private func waitForWork(_ working: inout Working) {
        if let deadline = nextWake(working) {
            timer.set(kernelNanoseconds: clock.kernelNanoseconds(of: deadline))
        } else {
            timer.clear()
        }
        do {
            _ = try waitForInput(
                [inbox.wakeUp.descriptor, timer.descriptor, clockSteps.descriptor], timeout: notifier.watchdogInterval)
        } catch {
            logger.error("waiting failed", metadata: [LogKeys.error: "\(error)"])
        }
        _ = inbox.wakeUp.drain()
        _ = timer.drain()
    }

    private func nextWake(_ working: borrowing Working) -> BootTime? {
        let flush: BootTime? =
            working.isStorageDown
            ? working.lastFlush + DaemonLimits.storageRetry
            : working.ledger.pendingChanges > 0 ? working.lastFlush + DaemonLimits.flushInterval : nil
        return [flush, working.engine.deadline, working.clockDoubt.deadline].compactMap { $0 }.min()
    }

    private func turnIfDue(_ working: inout Working) {
        let now = clock.now()
        // A clock that was set moves every time of day, and nothing else would wake the engine for it.
        let isClockSet = clockSteps.drain() || now.quality != working.engine.lastMoment.quality
        let isDue = working.engine.deadline.map { $0 <= now.boot } ?? false
        if isDue || isClockSet { turn(.tick, at: now, &working) }
    }

    /// Tells the engine when the clock has not been set for long, and when it has been.
    private func watchClock(_ working: inout Working) {
        let now = clock.now()
        guard let state = working.clockDoubt.look(now) else { return }
        turn(.path(.clock, state), at: now, &working)
    }

    // MARK: - Taking

    private func take(_ items: [InboxItem], _ working: inout Working) {
        var batch = Batch()
        for item in items {
            switch item {
            case .arrivals(let arrivals, let receipt):
                for arrival in arrivals { decide(arrival, &batch, &working) }
                if let receipt { batch.receipts.append(receipt) }
            case .event(let event, let reply):
                switch event {
                case .cancel, .okay: working.decoder.forgetPresses()
                default: break
                }
                let decision = decide(event, at: clock.now(), &batch, &working)
                if let reply { batch.replies.append { reply(decision) } }
            case .look(let body):
                body(working.engine, working.ledger, working.figures)
            case .strangers(let reply):
                reply(StrangersReport(now: clock.now(), strangers: working.strangers.strangers))
            case .adopt(let settings, let done):
                adopt(settings, &batch, &working)
                batch.replies.append(done)
            case .stop:
                working.isStopping = true
            }
        }
        if let deadline = working.engine.deadline {
            let now = clock.now()
            if deadline <= now.boot { decide(.tick, at: now, &batch, &working) }
        }
        commit(batch, &working)
    }

    private func turn(_ event: Event, at moment: Moment, _ working: inout Working) {
        var batch = Batch()
        decide(event, at: moment, &batch, &working)
        commit(batch, &working)
    }

    private func decide(_ arrival: Arrival, _ batch: inout Batch, _ working: inout Working) {
        working.figures.arrivals += 1
        let decoded = working.decoder.decode(arrival)
        working.figures.unmapped += Int64(decoded.unmapped)
        working.figures.mistimed += Int64(decoded.mistimed)
        working.figures.note(decoded.unmappedPlaces)
        if !decoded.strangers.isEmpty {
            let isSerial = working.decoder.isSerial(arrival.intake)
            working.strangers.note(decoded.strangers, in: arrival, isSerial: isSerial)
        }
        if !decoded.readings.isEmpty {
            working.figures.readings += Int64(decoded.readings.count)
            decide(.readings(decoded.readings), at: arrival.moment, &batch, &working)
        }
        for report in decoded.bridges {
            let state: PathState = report.isOnline ? .up : .down(reason: "the bridge says that it is offline")
            decide(.path(.bridge(report.bridge), state), at: arrival.moment, &batch, &working)
        }
        for report in working.outputs.reports(in: arrival) {
            decide(.output(report), at: arrival.moment, &batch, &working)
        }
        if working.outputs.hears(arrival) {
            // Where no device is enrolled, the output alone speaks there.
            if decoded.readings.isEmpty { return }
        }
        working.figures.undecodable += Int64(decoded.undecodableCount)
        working.figures.refused += Int64(decoded.refused)
        working.figures.copies += Int64(decoded.copies)
        for reason in decoded.undecodable {
            decide(.undecodable(arrival.intake, reason: reason), at: arrival.moment, &batch, &working)
            logger.debug(
                "arrival not understood",
                metadata: [LogKeys.intake: "\(arrival.intake)", LogKeys.reason: "\(reason)"])
        }
    }

    @discardableResult
    private func decide(
        _ event: Event, at moment: Moment, _ batch: inout Batch, _ working: inout Working
    ) -> Decision.Reply? {
        working.figures.turns += 1
        noticeSuspend(before: event, &batch, &working)
        let decision = working.engine.turn(event, at: working.latest(moment))
        batch.add(decision)
        return decision.reply
    }

    /// Tells the engine first when the machine slept meanwhile: that nothing was done then is no stall.
    private func noticeSuspend(before event: Event, _ batch: inout Batch, _ working: inout Working) {
        if case .started = event { return }
        let suspended = KernelClock.suspendedNanoseconds()
        let length = Duration.nanoseconds(suspended - working.suspended)
        guard length >= DaemonLimits.shortestSuspend else { return }
        working.suspended = suspended
        batch.add(working.engine.turn(.suspended(length), at: working.latest(clock.now())))
    }

    private func adopt(_ settings: Settings, _ batch: inout Batch, _ working: inout Working) {
        var decoder = ArrivalDecoder(formats: settings.formats, enrolled: settings.enrolled)
        decoder.continueFrom(working.decoder)
        working.decoder = decoder
        working.figures.unexplained = []
        working.strangers.keep(settings.intakes.map(\.id))
        working.outputs = OutputWatch(settings.plan.home.outputs)
        batch.add(working.engine.adopt(settings.plan, at: working.latest(clock.now())))
    }
}

extension EngineLoop.Working {
    /// The moment, or the engine's own where an arrival was stamped just before another thread's.
    func latest(_ moment: Moment) -> Moment {
        var moment = moment
        moment.boot = max(moment.boot, engine.lastMoment.boot)
        return moment
    }
}
