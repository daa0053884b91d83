import GatewayCore
import GatewayTesting
import Testing

@testable import LedgerStore

/// What rules remember survives the ledger, whatever their kind.
@Suite struct RuleMemoryTests {
    @Test(.ownThread, arguments: 1...8)
    func `what rules of every kind remember is restored as it was`(_ seed: Int) throws {
        var life = RandomEvents(seed: seed)
        var driver = EngineDriver(HomeBuilder.everyKind())
        for _ in 0..<200 {
            driver.pass(life.wait())
            driver.turn(life.next(driver))
        }
        let remembered = driver.ledger.snapshot.rules
        #expect(Set(remembered.map(\.kind)).isSuperset(of: RuleRegistry.kinds.map { $0.kind.name }))
        try withFolder { folder in
            do {
                let ledger = try open(folder)
                try ledger.record(remembered.map { .rule($0) }, at: LedgerSamples.mark(1), durably: true)
                try ledger.close(at: LedgerSamples.mark(2))
            }
            let again = try open(folder)
            let restored = try again.restore().rules
            #expect(again.damage.isEmpty, "\(again.damage.sentences)")
            #expect(restored.map { "\($0)" } == remembered.map { "\($0)" })
        }
    }

    private func open(_ folder: String) throws -> SQLiteLedger {
        try SQLiteLedger(folder: folder, journal: nil, stateType: RuleRegistry.stateType(ofKind:))
    }
}
