import GatewayCore
import GatewayTesting
import Glibc
import LinuxSupport
import Testing

@testable import SerialIntake

/// The intake on mock USB devices: what libudev says of them is real, the kernel's part is played.
struct MockDeviceTests {
    private static let serial = "RFXCOM_RFXtrx433_A1YIOGBV"
    private static let systemPath = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1/1-1:1.0"

    private func withProgram(_ arguments: [String], _ body: (ProbeProgram) async throws -> Void) async throws {
        let program = try ProbeProgram(arguments)
        do {
            try await body(program)
        } catch {
            program.end()
            throw error
        }
        #expect(program.end() == 0, "It ends in order.")
    }

    @Test(
        .enabled(if: Umockdev.isInstalled, "umockdev is not installed (apt install umockdev)."),
        arguments: [["serial", serial], ["product", "0403:6001"], ["file", "/dev/ttyUSB0"]])
    func `a mock receiver is found by its binding and its frames arrive byte for byte`(
        binding: [String]
    ) async throws {
        let run = [
            "umockdev-run", "-d", Umockdev.data("usb-serial.umockdev"), "-s",
            "/dev/ttyUSB0=" + Umockdev.data("rfxtrx-security.script"), "--", Umockdev.probe,
        ]
        try await withProgram(run + binding) { program async throws in
            #expect(await program.lines.next(within: .seconds(30)) == #"{"up":"/dev/ttyUSB0"}"#)
            // Frames may come in pieces: what counts is the bytes.
            var received = ""
            let expected = "0820004dd3dc540089" + "08200300a109000670" + "08200300a109000770" + "0a520211700200a72d0089"
            while received.count < expected.count, let line = await program.lines.next() {
                received += line.dropFirst(#"{"arrival":""#.count).dropLast(2)
            }
            #expect(received == expected)
        }
    }

    @Test(
        .enabled(
            if: Umockdev.canCompile,
            "libumockdev or a C compiler is not installed (apt install libumockdev-dev pkg-config gcc)."))
    func `a stick that is replugged is heard of by udev and found under its new name`() async throws {
        try await withHotplug(["serial", Self.serial]) { program, second async throws in
            #expect(await program.lines.next(within: .seconds(30))?.contains("is plugged in") == true)
            try program.say("plug \(Umockdev.data("usb-serial.umockdev"))")
            #expect(await program.lines.next() == #"{"up":"/dev/ttyUSB0"}"#)
            try program.say("send /dev/ttyUSB0 0820004dd3dc540089")
            #expect(await heard(by: program, count: 18) == "0820004dd3dc540089")
            try program.say("unplug /dev/ttyUSB0 \(Self.systemPath)/ttyUSB0/tty/ttyUSB0")
            #expect(await program.lines.next()?.contains("unplugged") == true)
            // The mock udevd answers, so the regular rescan is a minute away: only its event can tell.
            try program.say("plug \(second)")
            #expect(await program.lines.next(within: .seconds(30)) == #"{"up":"/dev/ttyUSB1"}"#)
            try program.say("send /dev/ttyUSB1 08200300a109000670")
            #expect(await heard(by: program, count: 18) == "08200300a109000670")
        }
    }

    @Test(
        .enabled(
            if: Umockdev.canCompile,
            "libumockdev or a C compiler is not installed (apt install libumockdev-dev pkg-config gcc)."))
    func `a storm of two hundred events costs a few scans and ends in the right state`() async throws {
        try await withHotplug(["serial", Self.serial]) { program, second async throws in
            #expect(await program.lines.next(within: .seconds(30))?.contains("is plugged in") == true)
            try program.say("plug \(Umockdev.data("usb-serial.umockdev"))")
            #expect(await program.lines.next() == #"{"up":"/dev/ttyUSB0"}"#)
            try program.say("storm \(Self.systemPath)/ttyUSB0/tty/ttyUSB0 200")
            // The port is still there, whatever was said of it.
            try program.say("send /dev/ttyUSB0 0820004dd3dc540089")
            #expect(await heard(by: program, count: 18) == "0820004dd3dc540089")
            try program.say("unplug /dev/ttyUSB0 \(Self.systemPath)/ttyUSB0/tty/ttyUSB0")
            #expect(await program.lines.next()?.contains("unplugged") == true)
            try program.say("plug \(second)")
            #expect(await program.lines.next(within: .seconds(30)) == #"{"up":"/dev/ttyUSB1"}"#)
            program.end()
            let scans = await program.lines.next().flatMap { Int($0.filter(\.isNumber)) }
            #expect(try #require(scans) < 60)
        }
    }

    @Test(
        .enabled(
            if: Umockdev.canCompile,
            "libumockdev or a C compiler is not installed (apt install libumockdev-dev pkg-config gcc)."))
    func `a stick that is not ours is told of and left alone`() async throws {
        try await withHotplug(["product", "0403:6001"]) { program, _ async throws in
            try await withPorts([(7, "s/product=RFXtrx433/product=Sonoff Zigbee 3.0 USB Dongle Plus/")]) { ports in
                #expect(await program.lines.next(within: .seconds(30))?.contains("is plugged in") == true)
                try program.say("plug \(ports[0])")
                #expect(await program.lines.next(within: .seconds(30))?.contains("Zigbee or Z-Wave") == true)
                // Ours beside it is opened, and what the other says is not heard.
                try program.say("plug \(Umockdev.data("usb-serial.umockdev"))")
                #expect(await program.lines.next(within: .seconds(30))?.hasPrefix(#"{"up":"/dev/ttyUSB0"#) == true)
                try program.say("send /dev/ttyUSB7 ffffffffffffffffff")
                try program.say("send /dev/ttyUSB0 0820004dd3dc540089")
                #expect(await heard(by: program, count: 18) == "0820004dd3dc540089")
            }
        }
    }

    @Test(
        .enabled(
            if: Umockdev.canCompile,
            "libumockdev or a C compiler is not installed (apt install libumockdev-dev pkg-config gcc)."))
    func `of two sticks that are the same in everything the one in the named socket is heard`() async throws {
        // Cheap adapters have no number of their own.
        let nameless = "/serial=/d; /SERIAL_SHORT/d; s/RFXCOM_RFXtrx433_A1YIOGBV/1a86_USB_Serial/g"
        let sockets = [(0, nameless), (1, nameless)]
        try await withPorts(sockets) { ports in
            try await withHotplug(["path", "pci-0000:00:14.0-usb-0:2:1.0"]) { program, _ async throws in
                #expect(await program.lines.next(within: .seconds(30))?.contains("is plugged in") == true)
                try program.say("plug \(ports[0])")
                try program.say("plug \(ports[1])")
                #expect(await program.lines.next(within: .seconds(30))?.hasPrefix(#"{"up":"#) == true)
                try program.say("send /dev/ttyUSB0 08200300a109000670")
                try program.say("send /dev/ttyUSB1 0820004dd3dc540089")
                #expect(await heard(by: program, count: 18) == "0820004dd3dc540089")
            }
            try await withHotplug(["product", "0403:6001"]) { program, _ async throws in
                #expect(await program.lines.next(within: .seconds(30))?.contains("is plugged in") == true)
                try program.say("plug \(ports[1])")
                #expect(await program.lines.next(within: .seconds(30))?.hasPrefix(#"{"up":"#) == true)
                try program.say("plug \(ports[0])")
                // The one that is open stays so; which is meant is asked at the next opening.
                try program.say("send /dev/ttyUSB1 0820004dd3dc540089")
                #expect(await heard(by: program, count: 18) == "0820004dd3dc540089")
                try program.say("unplug /dev/ttyUSB1 \(Self.systemPath(1))")
                #expect(await program.lines.next(within: .seconds(30))?.contains("unplugged") == true)
                #expect(await program.lines.next(within: .seconds(30))?.hasPrefix(#"{"up":"#) == true)
            }
        }
    }

    /// Hexadecimal digits of the next arrivals, until there are as many as wanted or no more come.
    private func heard(by program: ProbeProgram, count: Int) async -> String {
        var received = ""
        while received.count < count, let line = await program.lines.next() {
            received += line.dropFirst(#"{"arrival":""#.count).dropLast(2)
        }
        return received
    }

    /// Where /sys has the port of `withPorts`.
    private static func systemPath(_ number: Int) -> String {
        "/sys/devices/pci0000:00/0000:00:14.0/usb\(number + 1)/\(number + 1)-1/\(number + 1)-1:1.0/ttyUSB\(number)/tty/ttyUSB\(number)"
    }

    /// Descriptions of receivers like ours at sockets of their own: the number of the port, and what sed changes.
    private func withPorts(
        _ changes: [(number: Int, script: String)], _ body: ([String]) async throws -> Void
    ) async throws {
        try await withMovingLink { link in
            let files = changes.map { "\(link.path)-port-\($0.number)" }
            defer { for file in files { unlink(file) } }
            for (change, file) in zip(changes, files) {
                let number = change.number
                let make =
                    "sed '\(change.script); s/usb1/usb\(number + 1)/; s/ttyUSB0/ttyUSB\(number)/g; "
                    + "s/188:0/188:\(number)/; s/MINOR=0/MINOR=\(number)/; s#bus/usb/001#bus/usb/00\(number + 1)#; "
                    // umockdev ends where two devices have one name or link.
                    + "s/1-1/\(number + 1)-1/g; s/-if00-port0/-if00-port\(number)/g; s/usb-0:1:1.0/usb-0:\(number + 1):1.0/g; "
                    + "s/^E: MAJOR/E: ID_PATH=pci-0000:00:14.0-usb-0:\(number + 1):1.0\\n&/' "
                    + "'\(Umockdev.data("usb-serial.umockdev"))' > '\(file)'"
                try #require(system(make) == 0)
            }
            try await body(files)
        }
    }

    /// Compiles the plugging program, and writes the receiver's description as a second port has it.
    private func withHotplug(
        _ binding: [String], _ body: (ProbeProgram, String) async throws -> Void
    ) async throws {
        try await withMovingLink { link in
            let program = link.path + "-program"
            let second = link.path + "-second"
            defer {
                unlink(program)
                unlink(second)
            }
            let compile =
                "cc -o '\(program)' '\(Umockdev.data("hotplug.c"))' $(pkg-config --cflags --libs umockdev-1.0)"
            try #require(system(compile) == 0)
            // Only the port's part: the USB device stays plugged in the mock.
            let extract =
                "sed '1,/^$/d; s/ttyUSB0/ttyUSB1/g; s/188:0/188:1/; s/MINOR=0/MINOR=1/' "
                + "'\(Umockdev.data("usb-serial.umockdev"))' > '\(second)'"
            try #require(system(extract) == 0)
            try await withProgram(["umockdev-wrapper", program, Umockdev.probe] + binding) { child async throws in
                try await body(child, second)
            }
        }
    }
}
