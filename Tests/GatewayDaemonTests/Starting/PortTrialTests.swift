import GatewayCore
import GatewaySettings
import LinuxSupport
import Testing

@testable import GatewayDaemon

/// Which protocol a device at a port speaks.
struct PortTrialTests {
    /// Answers an RFXtrx status request, and nothing else, until it is stopped.
    private static func answer(_ terminal: PseudoTerminal, until stop: WakeUp) {
        let request: [UInt8] = [0x0D, 0x00, 0x00, 0x01, 0x02]
        let status: [UInt8] = [0x0D, 0x01, 0x00, 0x01, 0x02, 0x53, 0x30] + Array(repeating: 0, count: 7)
        var heard: [UInt8] = []
        while (try? waitForInput([stop.descriptor], timeout: .milliseconds(20)))?[0] == false {
            heard = Array((heard + ((try? terminal.read(timeout: .zero)) ?? [])).suffix(64))
            guard let place = heard.firstRange(of: request) else { continue }
            heard.removeSubrange(..<place.upperBound)
            _ = try? terminal.writeAll(status, timeout: .seconds(1))
        }
    }

    private func trial(
        _ port: Surroundings.Port, _ protocols: [SerialConnection.SerialProtocol]
    ) async -> PortTrial.Outcome {
        await BackgroundThread.result(name: "tries") { PortTrial.take(port, among: protocols) }
    }

    @Test func `a receiver is known by its answer, also after another protocol was tried`() async throws {
        let terminal = try PseudoTerminal()
        let stop = try WakeUp()
        let thread = BackgroundThread.start(name: "receiver") { Self.answer(terminal, until: stop) }
        let found = await trial(Surroundings.Port(node: terminal.path), [.enOcean, .rfxtrx])
        stop.signal()
        thread.join()
        #expect(found == .speaks(.rfxtrx))
    }

    @Test func `what answers nothing is silent, and what is not there or another program's is left alone`() async throws {
        let terminal = try PseudoTerminal()
        #expect(await trial(Surroundings.Port(node: terminal.path), [.rfxtrx]) == .silent)
        let zigbee = Surroundings.Port(node: terminal.path, refusal: "it is a Zigbee stick")
        #expect(await trial(zigbee, PortTrial.tried) == .leftAlone(reason: "it is a Zigbee stick"))
        guard case .leftAlone = await trial(Surroundings.Port(node: "/dev/no-such-port"), [.rfxtrx]) else {
            Issue.record("A port that is not there was tried.")
            return
        }
    }
}
