import GatewayCore
import GatewayTesting
import Glibc
import LinuxSupport
import Logging

@testable import SerialIntake

/// An intake with all around it that it needs; the ports are those that the test says there are.
struct SerialHome {
    let events: EventThread
    let ports: PortDirectory
    let intake: SerialIntake
    let arrivals = Mailbox<Arrival>()
    let states = Mailbox<PathState>()

    init(
        _ binding: SerialConnection.Binding, speed: Int = 38_400, greeting: [SerialGreetingStep] = [],
        keepAlive: SerialKeepAlive? = nil, proof: SerialProof? = nil
    ) throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        events = try EventThread()
        ports = PortDirectory(events: events, logger: logger)
        intake = SerialIntake(
            id: IntakeID("receiver"),
            connection: SerialConnection(binding: binding, serialProtocol: .rfxtrx, speed: speed),
            greeting: greeting, keepAlive: keepAlive, proof: proof, ports: ports,
            clock: SystemClock(line: .first, bootID: "b"), events: events,
            deliver: { [arrivals] in arrivals.put($0) }, report: { [states] in states.put($0) }, logger: logger)
    }

    /// The bytes of the next arrivals, until there are as many as wanted or no more come.
    func bytes(_ count: Int, within limit: Duration = .seconds(10)) async -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, let arrival = await arrivals.next(within: limit) { bytes += arrival.bytes }
        return bytes
    }
}

/// Runs the body with a started intake and stops it afterwards.
func withIntake(
    _ binding: SerialConnection.Binding, speed: Int = 38_400, greeting: [SerialGreetingStep] = [],
    keepAlive: SerialKeepAlive? = nil, proof: SerialProof? = nil, ports: [SerialPort] = [],
    _ body: (SerialHome) async throws -> Void
) async throws {
    let home = try SerialHome(binding, speed: speed, greeting: greeting, keepAlive: keepAlive, proof: proof)
    home.ports.apply(ports)
    home.intake.start()
    defer {
        home.intake.stop()
        home.events.stop()
    }
    try await body(home)
}

/// Runs the body with a path that may point to one terminal and then to another.
func withMovingLink(_ body: (MovingLink) async throws -> Void) async throws {
    var template = Array("/tmp/pullcord-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SystemError(code: errno, call: "mkdtemp") }
    let folder = String(cString: made)
    let link = MovingLink(path: folder + "/port")
    defer {
        unlink(link.path)
        rmdir(folder)
    }
    try await body(link)
}

struct MovingLink {
    let path: String

    func point(to terminal: PseudoTerminal) {
        unlink(path)
        symlink(terminal.path, path)
    }
}

extension PathState {
    var reason: String? {
        guard case .down(let reason) = self else { return nil }
        return reason
    }
}
