import DeviceProtocols
import FrameFuzzing
import GatewayCore
import GatewayTesting
import Testing

/// Spoilt frames in short; `FrameFuzz` feeds millions of them under the address sanitizer.
@Suite struct FrameFuzzTests {
    @Test(.ownThread, arguments: SerialConnection.SerialProtocol.allCases)
    func `no help call comes out of noise on a serial port`(_ serial: SerialConnection.SerialProtocol) {
        let report = FrameFuzz.run(serial, frames: 20_000, seed: 7)
        #expect(report.faults == [])
        #expect(report.refused > 0)
    }

    @Test(.ownThread, arguments: FrameFuzz.dialects)
    func `no help call comes out of spoilt messages`(_ dialect: Dialect) {
        let report = FrameFuzz.run(dialect, messages: 20_000, seed: 7)
        #expect(report.faults == [])
    }
}
