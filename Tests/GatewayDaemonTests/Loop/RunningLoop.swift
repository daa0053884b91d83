import DeviceProtocols
import Foundation
import GatewayCore
import GatewaySettings
import GatewayTesting
import LedgerStore
import LinuxSupport
import Logging
import MQTTIntake
import Testing

@testable import GatewayDaemon

/// An engine loop on a thread of its own, over a real ledger; what it performs is noted.
final class RunningLoop: Sendable {
    /// An effect, and whether the receipts of its arrivals were answered before it.
    struct Deed: Sendable {
        var effect: Effect
        var wasReceiptAnswered: Bool
    }

    let inbox: Inbox
    let deeds = Mailbox<Deed>()
    let receipt: ArrivalReceipt
    private let thread: BackgroundThread
    private let clock: SystemClock

    init(_ folder: TestFolder, hasJournal: Bool = true) throws {
        let settings = try #require(try folder.settings())
        var plan = settings.plan
        // A fault at once, so that it can be seen afterwards, however short it was.
        plan.faultAfter = .zero
        inbox = try Inbox()
        receipt = ArrivalReceipt(wakeUp: try WakeUp())
        let state = folder.path + "/state"
        let clock = SystemClock(line: .first, bootID: SystemClock.bootID())
        self.clock = clock
        let (ledger, snapshot) = try Self.open(state, hasJournal: hasJournal)
        let loop = try EngineLoop(
            engine: Engine(plan: plan, snapshot: snapshot, at: clock.now()),
            decoder: ArrivalDecoder(formats: settings.formats, enrolled: settings.enrolled), ledger: ledger,
            inbox: inbox, clock: clock, notifier: ServiceNotifier(socket: nil), logger: Logger(label: "test"),
            perform: { [deeds, receipt] effect in
                deeds.put(Deed(effect: effect, wasReceiptAnswered: receipt.answer != .none))
            })
        thread = BackgroundThread.start(name: "engine") { loop.run(after: nil) {} }
    }

    private static func open(_ folder: String, hasJournal: Bool) throws -> sending (SQLiteLedger, Snapshot) {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let journal = hasJournal ? try EmergencyJournal(path: folder + "/emergency.journal") : nil
        let ledger = try SQLiteLedger(folder: folder, journal: journal)
        return (ledger, try ledger.restore())
    }

    /// A message of a device, as the alarm session or the other brings it.
    func arrive(_ topic: String, _ payload: String, isAlarm: Bool = true) {
        let arrival = Arrival(
            intake: IntakeID("broker"), address: "zigbee2mqtt/\(topic)", bytes: Array(payload.utf8),
            moment: clock.now(), isAlarmClass: isAlarm)
        inbox.post(.arrivals([arrival], isAlarm ? receipt : nil))
    }

    func look<Value: Sendable>(_ body: @escaping @Sendable (Engine, LoopFigures) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            inbox.post(.look { engine, _, figures in continuation.resume(returning: body(engine, figures)) })
        }
    }

    func stop() async {
        inbox.post(.stop)
        let thread = thread
        await BackgroundThread.result(name: "joins") { thread.join() }
    }
}
