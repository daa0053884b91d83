import Foundation
import GatewayCore
import GatewayTesting
import LinuxSupport
import Logging
import MQTTIntake
import Synchronization

/// An intake whose callbacks put everything into mailboxes.
final class IntakeHarness: Sendable {
    struct HandedOver: Sendable {
        var arrivals: [Arrival]
        var receipt: ArrivalReceipt?
    }

    struct Acknowledged: Sendable, Equatable {
        var contact: ContactID
        var payload: String
    }

    let intake: BrokerIntake
    let batches: Mailbox<HandedOver>
    let arrivals: Mailbox<Arrival>
    let states: Mailbox<PathState>
    let acknowledgements: Mailbox<Acknowledged>
    let losses: Mailbox<Bool>
    /// The intake's thread as a folder below /proc, each time it reports.
    let threads: Mailbox<String>

    /// - Parameter records: answer every receipt at once with "recorded"; otherwise the test does.
    init(
        _ connection: BrokerConnection, timing: IntakeTiming = IntakeTiming(), expectsSession: Bool = false,
        records: Bool = true
    ) throws {
        let batches = Mailbox<HandedOver>()
        let arrivals = Mailbox<Arrival>()
        let states = Mailbox<PathState>()
        let acknowledgements = Mailbox<Acknowledged>()
        let losses = Mailbox<Bool>()
        let threads = Mailbox<String>()
        intake = try BrokerIntake(
            id: IntakeID("broker"), connection: connection, timing: timing, expectsSession: expectsSession,
            now: {
                Moment(
                    boot: BootTime(nanoseconds: SystemClock.kernelBootTime()), wall: SystemClock.wallTime(),
                    quality: .holdover)
            },
            handOver: { batch, receipt in
                batches.put(HandedOver(arrivals: batch, receipt: receipt))
                for arrival in batch { arrivals.put(arrival) }
                if records { receipt?.recorded() }
            },
            report: { state in
                threads.put((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")) ?? "")
                states.put(state)
            },
            acknowledged: { contact, bytes in
                acknowledgements.put(Acknowledged(contact: contact, payload: String(decoding: bytes, as: UTF8.self)))
            },
            sessionLost: { losses.put(true) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        self.batches = batches
        self.arrivals = arrivals
        self.states = states
        self.acknowledgements = acknowledgements
        self.losses = losses
        self.threads = threads
    }

    /// Whether the path came up in time, passing over what was reported before.
    func cameUp(within limit: Duration = .seconds(20)) async -> Bool {
        await states.first(within: limit) { $0 == .up } != nil
    }

    /// The reason of the next "down" that fits; nil when none came in time.
    func downReason(
        within limit: Duration = .seconds(20), where fits: @escaping @Sendable (String) -> Bool = { _ in true }
    ) async -> String? {
        let state = await states.first(within: limit) { state in
            if case .down(let reason) = state { fits(reason) } else { false }
        }
        if case .down(let reason)? = state { return reason }
        return nil
    }

    /// The next arrival with this payload.
    func arrival(_ payload: String, within limit: Duration = .seconds(20)) async -> Arrival? {
        await arrivals.first(within: limit) { $0.bytes == Array(payload.utf8) }
    }
}

/// Runs an intake for the length of the body.
func withIntake<Result>(
    _ connection: BrokerConnection, timing: IntakeTiming = IntakeTiming(), expectsSession: Bool = false,
    records: Bool = true, _ body: (IntakeHarness) async throws -> Result
) async throws -> Result {
    let harness = try IntakeHarness(connection, timing: timing, expectsSession: expectsSession, records: records)
    harness.intake.start()
    defer { harness.intake.stop(within: .seconds(2)) }
    return try await body(harness)
}

extension BrokerConnection {
    /// Settings for a broker on this machine.
    static func local(
        _ port: Int, version: Version = .v5, user: String? = nil, password: String? = nil, tls: TLSFiles? = nil,
        alarm: [String] = ["button/#"], readings: [String] = ["sensor/#"], takesAcknowledgements: Bool = false,
        canaryInterval: Duration = .seconds(30)
    ) -> BrokerConnection {
        BrokerConnection(
            host: "127.0.0.1", port: port, version: version, clientID: "pullcord", user: user,
            password: password.map(Secret.init), tls: tls, alarmTopics: alarm, readingTopics: readings,
            ownTopic: "pullcord", takesAcknowledgements: takesAcknowledgements, canaryInterval: canaryInterval)
    }
}
