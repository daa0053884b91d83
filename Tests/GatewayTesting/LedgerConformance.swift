package import GatewayCore
import Testing

/// What every ledger keeps, as `Ledger` promises it.
///
/// `open` opens the same storage each time. Between two calls the suite drops the ledger without a
/// flush: what was only in memory is lost then, as in a crash. The ledger decodes rules with
/// `LedgerSamples.stateType(ofKind:)`.
package struct LedgerConformance {
    /// One promise each, for `@Test(arguments: LedgerConformance.Promise.allCases)`.
    package enum Promise: CaseIterable, Sendable {
        case beginsEmpty, keepsDurableRecords, keepsTheNewest, keepsAPrefix, restoresAlertsInOrder, restoresDevices
    }

    private let open: () throws -> any Ledger

    package init(open: @escaping () throws -> any Ledger) {
        self.open = open
    }

    package func check(_ promise: Promise) throws {
        switch promise {
        case .beginsEmpty: try beginsEmpty()
        case .keepsDurableRecords: try keepsDurableRecords()
        case .keepsTheNewest: try keepsTheNewest()
        case .keepsAPrefix: try keepsAPrefix()
        case .restoresAlertsInOrder: try restoresAlertsInOrder()
        case .restoresDevices: try restoresDevices()
        }
    }

    /// A new ledger is empty and has an identity that stays.
    private func beginsEmpty() throws {
        let first = try withLedger { ledger in
            let snapshot = try ledger.restore()
            #expect(!snapshot.ledger.isEmpty)
            #expect(snapshot.alerts.isEmpty && snapshot.deliveries.isEmpty && snapshot.rules.isEmpty)
            #expect(snapshot.devices.isEmpty)
            #expect(snapshot.gateway == GatewayState())
            #expect(try ledger.newestMark() == nil)
            #expect(ledger.pendingChanges == 0)
            try ledger.record([.gateway(LedgerSamples.gateway(1))], at: LedgerSamples.mark(1), durably: true)
            return snapshot.ledger
        }
        let second = try withLedger { try $0.restore().ledger }
        #expect(second == first)
    }

    /// A durable record is there after a crash, with everything in it.
    private func keepsDurableRecords() throws {
        let ledgerName = try withLedger { ledger in
            let name = try ledger.restore().ledger
            try ledger.record(LedgerSamples.turn(1, ledger: name), at: LedgerSamples.mark(1), durably: true)
            try ledger.record(
                [.rule(LedgerSamples.rule("door", since: 5))], at: LedgerSamples.mark(2), durably: true)
            #expect(ledger.pendingChanges == 0)
            return name
        }
        try withLedger { ledger in
            let snapshot = try ledger.restore()
            let entries = (1...4).map { LedgerSamples.story($0, alert: 1, ledger: ledgerName) }
            #expect(snapshot.alerts == [LedgerSamples.alert(1, ledger: ledgerName, story: entries)])
            #expect(
                snapshot.deliveries == [
                    LedgerSamples.delivery(1, alert: 1, ledger: ledgerName),
                    LedgerSamples.delivery(2, alert: 1, ledger: ledgerName),
                ])
            #expect(snapshot.rules.map(\.id) == [RuleID("door")])
            #expect(snapshot.rules.first?.kind == LedgerSamples.memoryKind)
            #expect(snapshot.rules.first?.fingerprint == "f1")
            let memory = snapshot.rules.first?.state as? LedgerSamples.Memory
            #expect(memory == LedgerSamples.rule("door", since: 5).state as? LedgerSamples.Memory)
            #expect(snapshot.gateway.lastStory == 4)
            #expect(snapshot.gateway.downPaths == LedgerSamples.gateway(1).downPaths)
            #expect(snapshot.devices.map(\.latest) == [[LedgerSamples.press(1)]])
            #expect(snapshot.devices.first?.heard == LedgerSamples.moment(1))
            #expect(try ledger.newestMark() == LedgerSamples.mark(2))
        }
    }

    /// The newest put counts, a settled delivery is gone, whether or not they shared a transaction.
    private func keepsTheNewest() throws {
        for together in [false, true] {
            let number: Int64 = together ? 2 : 1
            let name = try withLedger { ledger in
                let name = try ledger.restore().ledger
                let first: [Change] = [
                    .alert(LedgerSamples.alert(number, ledger: name)),
                    .delivery(LedgerSamples.delivery(number, alert: number, ledger: name)),
                    .rule(LedgerSamples.rule("door", since: 1)),
                ]
                let second: [Change] = [
                    .alert(LedgerSamples.alert(number, ledger: name, state: LedgerSamples.closed(number))),
                    .settled(DeliveryID(ledger: name, number: number)),
                    .rule(LedgerSamples.rule("door", since: 9)),
                ]
                try ledger.record(first, at: LedgerSamples.mark(number * 10), durably: !together)
                try ledger.record(second, at: LedgerSamples.mark(number * 10 + 1), durably: true)
                return name
            }
            try withLedger { ledger in
                let snapshot = try ledger.restore()
                let expected = LedgerSamples.alert(number, ledger: name, state: LedgerSamples.closed(number))
                #expect(snapshot.alerts.last == expected)
                #expect(snapshot.deliveries.isEmpty)
                let memory = snapshot.rules.first?.state as? LedgerSamples.Memory
                #expect(memory?.since == LedgerSamples.moment(9).boot)
                #expect(snapshot.rules.count == 1)
            }
        }
    }

    /// What is on disk is a prefix of what was taken; a flush or a durable record puts all of it there.
    private func keepsAPrefix() throws {
        try withLedger { ledger in
            _ = try ledger.restore()
            for number in 1...5 as ClosedRange<Int64> {
                try ledger.record(
                    LedgerSamples.measurement(number), at: LedgerSamples.mark(number), durably: false)
            }
        }
        try withLedger { ledger in
            let snapshot = try ledger.restore()
            let last = snapshot.gateway.lastAlert
            #expect((0...5).contains(last))
            #expect(snapshot.devices.first?.latest ?? [] == (last == 0 ? [] : [LedgerSamples.temperature(last)]))
            for number in 6...9 as ClosedRange<Int64> {
                try ledger.record(
                    LedgerSamples.measurement(number), at: LedgerSamples.mark(number), durably: number == 8)
            }
        }
        try withLedger { ledger in
            let snapshot = try ledger.restore()
            let last = snapshot.gateway.lastAlert
            #expect((8...9).contains(last))
            #expect(snapshot.devices.first?.latest == [LedgerSamples.temperature(last)])
            try ledger.record(
                    LedgerSamples.measurement(12), at: LedgerSamples.mark(12), durably: false)
            try ledger.flush(at: LedgerSamples.mark(13))
            #expect(ledger.pendingChanges == 0)
        }
        try withLedger { ledger in
            let snapshot = try ledger.restore()
            #expect(snapshot.gateway == LedgerSamples.gateway(12))
            #expect(snapshot.devices.first?.latest == [LedgerSamples.temperature(12)])
            #expect(try ledger.newestMark() == LedgerSamples.mark(13))
        }
    }

    /// All open alerts come back, and of the closed ones the newest, in order of their numbers.
    private func restoresAlertsInOrder() throws {
        let closed = Int64(Limits.closedAlertsInMemory) + 8
        try withLedger { ledger in
            let name = try ledger.restore().ledger
            var changes: [Change] = []
            for number in (1...closed + 2).reversed() {
                let isOpen = number == 1 || number > closed
                changes.append(
                    .alert(
                        LedgerSamples.alert(
                            number, ledger: name, state: isOpen ? .raised : LedgerSamples.closed(number))))
            }
            try ledger.record(changes, at: LedgerSamples.mark(1), durably: true)
        }
        try withLedger { ledger in
            let numbers = try ledger.restore().alerts.map(\.id.number)
            let oldest = closed - Int64(Limits.closedAlertsInMemory) + 1
            #expect(numbers == [1] + Array(oldest...closed + 2))
        }
    }

    /// A device's picture is the newest one put.
    private func restoresDevices() throws {
        let devices = 3 as Int64
        var expected: [DeviceID: DeviceState] = [:]
        try withLedger { ledger in
            _ = try ledger.restore()
            for number in 1...40 as ClosedRange<Int64> {
                let reading = LedgerSamples.temperature(number, device: number % devices)
                var state = expected[reading.device] ?? DeviceState(device: reading.device)
                state.take(reading)
                expected[reading.device] = state
                try ledger.record(
                    [.reading(reading), .device(state)], at: LedgerSamples.mark(number), durably: number % 7 == 0)
            }
            try ledger.flush(at: LedgerSamples.mark(41))
        }
        let restored = try withLedger { try $0.restore().devices }
        #expect(restored == expected.values.sorted { $0.device < $1.device })
    }

    /// Opens the storage, and drops the ledger without a flush afterwards.
    private func withLedger<Result>(_ body: (any Ledger) throws -> Result) throws -> Result {
        try body(try open())
    }
}
