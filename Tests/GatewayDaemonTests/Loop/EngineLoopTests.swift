import GatewayCore
import GatewayTesting
import Glibc
import LedgerStore
import MQTTIntake
import Testing

@testable import GatewayDaemon

struct EngineLoopTests {
    private static let press = #"{"action":"emergency"}"#

    private func isDelivery(_ deed: RunningLoop.Deed) -> Bool {
        if case .deliver(let order) = deed.effect { order.message.about == .helpCall } else { false }
    }

    @Test func `a press is recorded, performed and then acknowledged to the broker`() async throws {
        try await withFolder { folder in
            let loop = try RunningLoop(folder)
            loop.arrive("pendant", Self.press)
            let deed = try #require(await loop.deeds.first { isDelivery($0) })
            #expect(!deed.wasReceiptAnswered)
            #expect(await eventually { loop.receipt.answer == .recorded })
            await loop.stop()
            let again = try SQLiteLedger(folder: folder.path + "/state").restore()
            #expect(again.alerts.map(\.kind) == [.helpCall])
            #expect(again.deliveries.map(\.state) == [.underway])
        }
    }

    @Test func `what means nothing is counted and acknowledged`() async throws {
        try await withFolder { folder in
            let loop = try RunningLoop(folder)
            for payload in ["", "{", "[]", "\u{0}"] { loop.arrive("pendant", payload, isAlarm: false) }
            loop.arrive("pendant", "nonsense")
            #expect(await eventually { loop.receipt.answer == .recorded })
            #expect(await eventually { await loop.look { $1.undecodable } == 5 })
            #expect(await loop.look { $1.arrivals } == 5)
            #expect(await loop.look { engine, _ in engine.alerts.isEmpty })
            await loop.stop()
        }
    }

    @Test func `readings share a commit, and a press behind a thousand of them is heard`() async throws {
        try await withFolder { folder in
            let loop = try RunningLoop(folder)
            let before = await loop.look { $1.commits }
            for number in 0..<1_000 {
                loop.arrive("thermometer", #"{"temperature":\#(20 + number % 3)}"#, isAlarm: false)
            }
            loop.arrive("pendant", Self.press)
            _ = try #require(await loop.deeds.first { isDelivery($0) })
            #expect(await eventually { await loop.look { $1.readings } == 1_001 })
            let commits = await loop.look { $1.commits } - before
            #expect(commits < 20, "\(commits) commits for routine readings and one press")
            await loop.stop()
        }
    }

    @Test(arguments: [true, false])
    func `a disk that fails stops no call for help, and is made good when it works again`(
        hasJournal: Bool
    ) async throws {
        try await withFolder { folder in
            let loop = try RunningLoop(folder, hasJournal: hasJournal)
            // So that the ledger's log is open and has begun, and nothing waits to be written.
            let before = await loop.look { $1.commits }
            loop.inbox.post(.mode(.visitors, until: nil, source: "test"))
            #expect(await eventually { await loop.look { $1.commits } > before })
            try takeAwayWriting(folder.path + "/state/ledger.db-wal")

            loop.arrive("pendant", Self.press)
            _ = try #require(await loop.deeds.first { isDelivery($0) })
            #expect(await loop.look { $1.failedCommits } > 0)
            // Without a record the broker keeps the press and sends it again.
            let wanted: ArrivalReceipt.Answer = hasJournal ? .recorded : .failed
            #expect(await eventually { loop.receipt.answer == wanted }, "\(loop.receipt.answer)")

            // The ledger opens its files anew, and this time the disk takes them.
            let isFaultOver = await eventually {
                await loop.look { engine, _ in
                    engine.gateway.downPaths.isEmpty && engine.alerts.contains { $0.kind == .storageFault }
                }
            }
            #expect(isFaultOver)
            await loop.stop()
            let again = try SQLiteLedger(folder: folder.path + "/state").restore()
            #expect(again.alerts.contains { $0.kind == .helpCall })
        }
    }

    /// Replaces the open file by one without the right to write, as a card that has gone read-only does.
    private func takeAwayWriting(_ path: String) throws {
        let descriptor = try #require((3..<1_024).first { self.path(of: Int32($0)) == path })
        let other = open(path, O_RDONLY | O_CLOEXEC)
        #expect(dup2(other, Int32(descriptor)) == Int32(descriptor))
        close(other)
    }

    private func path(of descriptor: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        guard readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count - 1) > 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
