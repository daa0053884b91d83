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

    private func withProgram(_ arguments: [String], _ body: (ChildProgram) async throws -> Void) async throws {
        let program = try ChildProgram(arguments)
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
            try await withMovingLink { link in
                let foreign = link.path + "-foreign"
                defer { unlink(foreign) }
                let make =
                    "sed 's/product=RFXtrx433/product=Sonoff Zigbee 3.0 USB Dongle Plus/; s/usb1/usb2/; "
                    + "s/ttyUSB0/ttyUSB7/g; s/188:0/188:7/; s/MINOR=0/MINOR=7/; s#bus/usb/001#bus/usb/002#' "
                    + "'\(Umockdev.data("usb-serial.umockdev"))' > '\(foreign)'"
                try #require(system(make) == 0)
                #expect(await program.lines.next(within: .seconds(30))?.contains("is plugged in") == true)
                try program.say("plug \(foreign)")
                #expect(await program.lines.next(within: .seconds(30))?.contains("Zigbee or Z-Wave") == true)
            }
        }
    }

    /// Hexadecimal digits of the next arrivals, until there are as many as wanted or no more come.
    private func heard(by program: ChildProgram, count: Int) async -> String {
        var received = ""
        while received.count < count, let line = await program.lines.next() {
            received += line.dropFirst(#"{"arrival":""#.count).dropLast(2)
        }
        return received
    }

    /// Compiles the plugging program, and writes the receiver's description as a second port has it.
    private func withHotplug(
        _ binding: [String], _ body: (ChildProgram, String) async throws -> Void
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
