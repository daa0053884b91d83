internal import GatewayCore
internal import LedgerStore
internal import LinuxSupport
internal import Logging
internal import MQTTIntake

extension EngineLoop {
    /// Records a batch, then performs its effects and tells the broker.
    func commit(_ batch: Batch, _ working: inout Working) {
        guard !batch.changes.isEmpty || !batch.effects.isEmpty else {
            finish(batch, isRecorded: true)
            return
        }
        do {
            try working.ledger.record(batch.changes, at: mark(working), durably: batch.mustBeDurable)
            if batch.mustBeDurable {
                working.figures.commits += 1
                working.lastFlush = working.engine.lastMoment.boot
                storageWorks(&working)
            }
            for effect in batch.effects { perform(effect) }
            finish(batch, isRecorded: true)
        } catch {
            storageFails(error, batch, &working)
        }
        if batch.changesStanding { show(working.engine) }
    }

    func flushIfDue(_ working: inout Working) {
        let wait = working.isStorageDown ? DaemonLimits.storageRetry : DaemonLimits.flushInterval
        guard working.ledger.pendingChanges > 0, clock.now().boot - working.lastFlush >= wait else { return }
        flush(&working)
    }

    /// Removes what has been kept long enough, a little at a time.
    func retireIfDue(_ working: inout Working) {
        let now = clock.now()
        guard now.boot - working.lastRetirement >= DaemonLimits.retirementInterval else { return }
        working.lastRetirement = now.boot
        do {
            try working.ledger.retire(at: now)
        } catch {
            logger.error("old records not removed", metadata: [LogKeys.error: "\(error)"])
        }
    }

    /// Writes the rest and closes the ledger.
    func end(_ working: inout Working) {
        do {
            try working.ledger.close(at: mark(working))
        } catch {
            logger.critical("the last changes were not recorded", metadata: [LogKeys.error: "\(error)"])
        }
    }

    func flush(_ working: inout Working) {
        guard working.ledger.pendingChanges > 0 else { return }
        working.lastFlush = clock.now().boot
        do {
            try working.ledger.flush(at: mark(working))
            working.figures.commits += 1
            storageWorks(&working)
        } catch {
            storageFails(error, Batch(), &working)
        }
        show(working.engine)
    }

    private func mark(_ working: borrowing Working) -> TimeMark {
        TimeMark(moment: working.engine.lastMoment, bootID: clock.bootID, offset: clock.line.offset)
    }

    private func finish(_ batch: Batch, isRecorded: Bool) {
        for receipt in batch.receipts {
            if isRecorded { receipt.recorded() } else { receipt.failed() }
        }
        for reply in batch.replies { reply() }
    }

    // MARK: - When the disk fails

    /// The ledger took the changes into memory but could not write them. An emergency leaves all the same,
    /// noted in the emergency journal; everything else waits for the disk.
    private func storageFails(_ error: LedgerError, _ batch: Batch, _ working: inout Working) {
        working.figures.failedCommits += 1
        if !working.isStorageDown {
            logger.critical(
                "ledger cannot write; emergencies go out unrecorded, the rest waits",
                metadata: [LogKeys.error: "\(error)"])
            working.isStorageDown = true
            working.lastFlush = working.engine.lastMoment.boot
            inbox.post(.path(.storage, .down(reason: error.description)))
        }
        let isJournalled = batch.mustBeDurable && journal(batch, working)
        for effect in batch.effects {
            if isUrgent(effect) {
                perform(effect)
            } else if working.heldEffects.count < DaemonLimits.heldEffects {
                working.heldEffects.append(effect)
            }
        }
        finish(batch, isRecorded: isJournalled)
    }

    private func storageWorks(_ working: inout Working) {
        tellOfReserve(&working)
        guard working.isStorageDown else { return }
        working.isStorageDown = false
        logger.notice("ledger writes again")
        for effect in working.heldEffects { perform(effect) }
        working.heldEffects = []
        inbox.post(.path(.storage, .up))
    }

    /// A disk that is nearly full still takes alarms, from the space held back for them; people must know.
    private func tellOfReserve(_ working: inout Working) {
        guard working.isReserveTold == working.ledger.isReserveHeld else { return }
        working.isReserveTold.toggle()
        let nearlyFull = PathState.down(reason: "the disk is full; the gateway lives on the space it held back")
        inbox.post(.path(.storage, working.isReserveTold ? nearlyFull : .up))
    }

    private func journal(_ batch: Batch, _ working: borrowing Working) -> Bool {
        guard let journal = working.ledger.journal else { return false }
        do {
            try journal.append(batch.changes, at: mark(working))
            return true
        } catch {
            logger.critical("emergency journal cannot write", metadata: [LogKeys.error: "\(error)"])
            return false
        }
    }

    private func isUrgent(_ effect: Effect) -> Bool {
        switch effect {
        case .deliver(let order): order.delivery.priority == .emergency
        case .announce, .drive: true
        case .withdraw: false
        }
    }
}
