import Glibc
import LinuxSupport
import Testing

struct SerialLineTests {
    @Test(arguments: [300, 38_400, 57_600, 115_200, 921_600, 31_250, 250_000])
    func `any speed is set, with a constant of its own or without`(speed: Int) throws {
        let terminal = try PseudoTerminal()
        let line = try SerialLine(path: terminal.path, speed: speed, dataBits: 8, parity: .none, stopBits: 1)
        #expect(try line.speed() == speed)
    }

    @Test(arguments: [(0, 8, 1), (9_600, 4, 1), (9_600, 9, 1), (9_600, 8, 0), (9_600, 8, 3), (9_600, .max, 1)])
    func `a frame that does not exist is refused`(speed: Int, dataBits: Int, stopBits: Int) throws {
        let terminal = try PseudoTerminal()
        let code = errorCode {
            _ = try SerialLine(
                path: terminal.path, speed: speed, dataBits: dataBits, parity: .even, stopBits: stopBits)
        }
        #expect(code == EINVAL)
    }

    @Test(arguments: [("/dev/null", ENOTTY), ("/nowhere", ENOENT), ("/", EISDIR)])
    func `what is no terminal is refused`(path: String, expected: Int32) {
        let code = errorCode {
            _ = try SerialLine(path: path, speed: 9_600, dataBits: 8, parity: .none, stopBits: 1)
        }
        #expect(code == expected)
    }

    @Test func `the line is raw, does not hang up on close and waits for no modem`() throws {
        let terminal = try PseudoTerminal()
        let line = try SerialLine(path: terminal.path, speed: 9_600, dataBits: 8, parity: .none, stopBits: 1)
        var settings = termios()
        try #require(tcgetattr(line.descriptor, &settings) == 0)
        #expect(settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        #expect(settings.c_iflag & tcflag_t(IXON | IXOFF | ICRNL) == 0)
        #expect(settings.c_oflag & tcflag_t(OPOST) == 0)
        #expect(settings.c_cflag & tcflag_t(HUPCL) == 0)
        #expect(settings.c_cflag & tcflag_t(CLOCAL | CREAD) == tcflag_t(CLOCAL | CREAD))
        #expect(fcntl(line.descriptor, F_GETFD) & FD_CLOEXEC != 0)
        #expect(fcntl(line.descriptor, F_GETFL) & O_NONBLOCK != 0)
        #expect(try line.read(atMost: 8) == nil)
    }
}
