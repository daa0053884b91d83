import Glibc
import LinuxSupport
import Testing

struct PseudoTerminalTests {
    @Test func `bytes pass unchanged both ways, and nothing is echoed`() throws {
        let terminal = try PseudoTerminal()
        // All byte values: a line discipline that is not raw eats or changes some of them.
        let bytes = (0...255).map(UInt8.init)
        #expect(try terminal.write(bytes) == 256)
        let other = OwnedDescriptor(open(terminal.path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
        #expect(try waitForInput([other.rawValue], timeout: .seconds(10)) == [true])
        #expect(try other.read(atMost: 512) == bytes)
        #expect(try other.write(bytes) == 256)
        #expect(try terminal.read(timeout: .seconds(10)) == bytes)
        #expect(try terminal.read(timeout: .zero) == [])
    }

    @Test func `pulling the plug hangs up and takes the path away`() throws {
        let terminal = try PseudoTerminal()
        let other = OwnedDescriptor(open(terminal.path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
        terminal.unplug()
        let answer = try Poll.wait([(other.rawValue, .input)], timeout: .seconds(10))
        #expect(answer[0].contains(.hangUp))
        #expect(try terminal.write([1]) == 0)
    }
}
