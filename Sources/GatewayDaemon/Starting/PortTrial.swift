internal import DeviceProtocols
internal import Foundation
package import GatewayCore
package import GatewaySettings
internal import LinuxSupport
internal import Logging
internal import SerialIntake
internal import Synchronization

/// Tries at a serial port which protocol its device speaks: greets as each protocol does, and waits for its proof.
///
/// Opening a port resets what is built on an Arduino. A stick of a Zigbee or Z-Wave program is never opened, and
/// neither is a port that another program has.
package enum PortTrial {
    package enum Outcome: Hashable, Sendable {
        /// It answered as a device of this protocol does.
        case speaks(SerialConnection.SerialProtocol)
        /// Nothing that was tried was answered.
        case silent
        /// It was not opened, or no more; the end of a sentence.
        case leftAlone(reason: String)
    }

    /// Those that answer at once first. A meter is only listened to.
    package static let tried: [SerialConnection.SerialProtocol] = [.rfxtrx, .enOcean, .mysensors, .rflink, .dsmr]

    /// Blocks for up to about a minute.
    package static func take(
        _ port: Surroundings.Port, among protocols: [SerialConnection.SerialProtocol] = tried
    ) -> Outcome {
        if let refusal = port.refusal { return .leftAlone(reason: refusal) }
        if isHeld(port.node) { return .leftAlone(reason: "another program has it") }
        let events: EventThread
        do {
            events = try EventThread(name: "port trial")
        } catch {
            return .leftAlone(reason: "\(error)")
        }
        defer { events.stop() }
        for serialProtocol in protocols {
            switch trial(port.node, serialProtocol, events) {
            case .up?: return .speaks(serialProtocol)
            case .down(let reason)? where !isAboutSpeech(reason, serialProtocol): return .leftAlone(reason: reason)
            case .down?, nil: continue
            }
        }
        return .silent
    }

    /// The first that an intake says of the port; nil where it says nothing in time.
    private static func trial(
        _ node: String, _ serialProtocol: SerialConnection.SerialProtocol, _ events: EventThread
    ) -> PathState? {
        guard let wakeUp = try? WakeUp() else { return nil }
        let logger = Logger(label: "port trial") { _ in SwiftLogNoOpLogHandler() }
        let first = FirstWord()
        let intake = SerialIntake(
            id: IntakeID("trial"),
            connection: SerialConnection(
                binding: .file(node), serialProtocol: serialProtocol, speed: serialProtocol.usualSpeed),
            greeting: serialProtocol.greetingSteps, proof: HelloListener.proof(of: serialProtocol),
            ports: PortDirectory(events: events, logger: logger),
            clock: SystemClock(line: .first, bootID: SystemClock.bootID()), events: events, deliver: { _ in },
            report: { state in
                first.say(state)
                wakeUp.signal()
            },
            logger: logger)
        intake.start()
        let steps = serialProtocol.greetingSteps.reduce(Duration.zero) { $0 + $1.pause }
        let patience = steps + (serialProtocol.hello?.within ?? .zero) + DaemonLimits.portTrialGrace
        _ = try? waitForInput([wakeUp.descriptor], timeout: patience)
        intake.stop()
        return first.word
    }

    /// Whether the port was opened, and its device spoke otherwise or not at all.
    private static func isAboutSpeech(_ reason: String, _ serialProtocol: SerialConnection.SerialProtocol) -> Bool {
        guard let hello = serialProtocol.hello else { return false }
        return reason == hello.silence || reason == hello.strangeness
    }

    /// Whether any program has the device file open, as far as this user may see. The kernel refuses a port that was
    /// opened exclusively, but not to root.
    private static func isHeld(_ node: String) -> Bool {
        let files = FileManager.default
        let own = "\(ProcessInfo.processInfo.processIdentifier)"
        for process in (try? files.contentsOfDirectory(atPath: "/proc")) ?? [] where process != own {
            guard process.allSatisfy(\.isNumber) else { continue }
            let folder = "/proc/\(process)/fd"
            for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
                if (try? files.destinationOfSymbolicLink(atPath: folder + "/" + name)) == node { return true }
            }
        }
        return false
    }

    /// What was said first.
    private final class FirstWord: Sendable {
        private let state = Mutex<PathState?>(nil)

        var word: PathState? { state.withLock { $0 } }

        func say(_ word: PathState) {
            state.withLock { if $0 == nil { $0 = word } }
        }
    }
}
