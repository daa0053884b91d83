import GatewayCore
import GatewayTesting
import LinuxSupport
import Testing

@testable import SerialIntake

struct SerialIntakeTests {
    private func stick(_ terminal: PseudoTerminal, serial: String = "RFXCOM_1", texts: [String] = []) -> SerialPort {
        SerialPort(
            node: terminal.path, serial: serial, interface: "00", vendor: "0403", product: "6001", texts: texts)
    }

    /// Whether somebody opened the terminal's other end and closed it again.
    private func isHungUp(_ terminal: PseudoTerminal, within limit: Duration = .zero) throws -> Bool {
        guard let descriptor = terminal.descriptor else { return true }
        return try Poll.wait([(descriptor, [])], timeout: limit)[0].contains(.hangUp)
    }

    @Test func `bytes arrive as they were sent, stamped and named after the intake`() async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.file(terminal.path)) { home async throws in
            #expect(await home.states.next() == .up)
            let before = SystemClock.kernelBootTime()
            let sent = (0...255).map(UInt8.init)
            #expect(try terminal.write(sent) == 256)
            let arrival = try #require(await home.arrivals.next())
            #expect(arrival.bytes.first == 0)
            #expect(arrival.intake == IntakeID("receiver"))
            #expect(arrival.address == "receiver")
            #expect(arrival.isAlarmClass)
            #expect(!arrival.isRetained)
            #expect(arrival.moment.boot.nanoseconds >= before)
            #expect(await arrival.bytes + home.bytes(256 - arrival.bytes.count) == sent)
        }
    }

    @Test func `a flood comes in bounded pieces, whole, and does not starve the other descriptors`() async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.file(terminal.path)) { home async throws in
            #expect(await home.states.next() == .up)
            let count = 300_000
            let sent = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
            let ended = Mailbox<Bool>()
            let writer = BackgroundThread.start(name: "flood") {
                ended.put((try? terminal.writeAll(sent, timeout: .seconds(30))) ?? false)
            }
            // A body that the event thread runs between the reads shows that it has its turn.
            for _ in 0..<20 { try home.events.runAndWait {} }
            let received = await home.bytes(count)
            writer.join()
            #expect(ended.all == [true])
            #expect(received == sent)
            #expect(home.arrivals.all.allSatisfy { $0.bytes.count <= SerialLimits.chunkBytes })
            #expect(home.states.all == [.up])
        }
    }

    @Test func `an unplugged port is closed at once and found again under another name`() async throws {
        try await withMovingLink { link in
            let first = try PseudoTerminal()
            link.point(to: first)
            try await withIntake(.file(link.path)) { home async throws in
                #expect(await home.states.next() == .up)
                first.unplug()
                let reason = try #require(await home.states.next()?.reason)
                #expect(reason.contains("unplugged"))
                #expect(!home.intake.write([1]))
                let second = try PseudoTerminal()
                link.point(to: second)
                #expect(await home.states.next() == .up)
                #expect(try second.write([8, 0x20]) == 2)
                #expect(await home.bytes(2) == [8, 0x20])
            }
        }
    }

    @Test func `a stick bound by its serial is followed to another node as soon as it is there`() async throws {
        let first = try PseudoTerminal()
        let second = try PseudoTerminal()
        try await withIntake(.serial("RFXCOM_1", interface: nil), ports: [stick(first)]) { home async throws in
            #expect(await home.states.next() == .up)
            first.unplug()
            #expect(await home.states.next()?.reason?.contains("unplugged") == true)
            home.ports.apply([])
            home.ports.apply([stick(second)])
            #expect(await home.states.next() == .up)
            #expect(try second.write([7]) == 1)
            #expect(await home.bytes(1) == [7])
            #expect(home.states.all.count == 3, "One loss is told once.")
        }
    }

    @Test func `a port that udev says is gone is closed without waiting for the hang-up`() async throws {
        let terminal = try PseudoTerminal()
        let ports = [SerialPort(node: terminal.path, path: "pci-1")]
        try await withIntake(.path("pci-1"), ports: ports) { home async throws in
            #expect(await home.states.next() == .up)
            home.ports.apply([])
            #expect(await home.states.next()?.reason?.contains("unplugged") == true)
            #expect(try isHungUp(terminal, within: .seconds(10)))
        }
    }

    @Test func `another stick coming and going disturbs nothing`() async throws {
        let own = try PseudoTerminal()
        let other = try PseudoTerminal()
        try await withIntake(.serial("RFXCOM_1", interface: nil), ports: [stick(own)]) { home async throws in
            #expect(await home.states.next() == .up)
            home.ports.apply([stick(own), stick(other)])
            home.ports.apply([stick(own)])
            try home.events.runAndWait {}
            #expect(try own.write([7]) == 1)
            #expect(await home.bytes(1) == [7])
            #expect(home.states.all == [.up], "A twin that comes later does not take an open port down.")
        }
    }

    @Test func `two sticks that cannot be told apart are both left alone`() async throws {
        let first = try PseudoTerminal()
        let second = try PseudoTerminal()
        let ports = [stick(first), stick(second)]
        try await withIntake(.product(vendor: "0403", product: "6001"), ports: ports) { home async throws in
            let reason = try #require(await home.states.next()?.reason)
            #expect(reason.contains(first.path))
            #expect(reason.contains(second.path))
            #expect(reason.contains("Bind by path"))
            home.ports.apply([stick(second)])
            #expect(await home.states.next() == .up)
        }
    }

    @Test func `a Zigbee stick is never opened, not even by its file, and is told of once`() async throws {
        let terminal = try PseudoTerminal()
        let zigbee = stick(terminal, texts: ["ITead", "Sonoff Zigbee 3.0 USB Dongle Plus"])
        try await withIntake(.file(terminal.path), ports: [zigbee]) { home async throws in
            #expect(await home.states.next()?.reason?.contains("Zigbee or Z-Wave") == true)
            for path in ["a", "b", "c"] {
                home.ports.apply([zigbee, SerialPort(node: "/dev/none", path: path)])
                try home.events.runAndWait {}
            }
            #expect(home.states.all.count == 1)
            #expect(try !isHungUp(terminal), "Opened and closed, it would show a hang-up.")
        }
    }

    @Test func `the greeting goes out step by step before the port is up`() async throws {
        let terminal = try PseudoTerminal()
        let reset: [UInt8] = [0x0D] + [UInt8](repeating: 0, count: 13)
        let greeting = [
            SerialGreetingStep(bytes: reset, pause: .milliseconds(300), discardsInput: true),
            SerialGreetingStep(bytes: [0x0D, 2], pause: .zero),
        ]
        try await withIntake(.file(terminal.path), greeting: greeting) { home async throws in
            #expect(try terminal.read(timeout: .seconds(10)) == reset)
            #expect(home.states.all == [])
            #expect(!home.intake.write([1]), "Nothing goes between the steps.")
            #expect(try terminal.write([0xEE, 0xEE]) == 2)
            #expect(try terminal.read(timeout: .seconds(10)) == [0x0D, 2])
            #expect(await home.states.next() == .up)
            #expect(try terminal.write([1, 2]) == 2)
            #expect(await home.bytes(2) == [1, 2], "What came during the pause was thrown away.")
        }
    }

    @Test func `what keeps a device going is repeated, and another word while it is silent`() async throws {
        let terminal = try PseudoTerminal()
        let keepAlive = SerialKeepAlive(bytes: [7], bytesInSilence: [9], interval: .milliseconds(20))
        try await withIntake(.file(terminal.path), keepAlive: keepAlive) { home async throws in
            #expect(await home.states.next() == .up)
            #expect(try terminal.read(timeout: .seconds(10)).first == 9)
            #expect(try terminal.write([1]) == 1)
            #expect(await home.bytes(1) == [1])
            var said: [UInt8] = []
            while !said.contains(7), said.count < 1_000 { said += try terminal.read(timeout: .seconds(10)) }
            let told = said.drop { $0 == 9 }
            #expect(told.first == 7)
            #expect(try terminal.read(timeout: .seconds(10)).first == 9, "It heard nothing since.")
        }
    }

    @Test func `a device that answers no more is down, and is greeted again`() async throws {
        let terminal = try PseudoTerminal()
        let keepAlive = SerialKeepAlive(
            bytes: [7], bytesInSilence: [7], interval: .milliseconds(50), silence: "It has hung.")
        try await withIntake(.file(terminal.path), keepAlive: keepAlive) { home async throws in
            #expect(await home.states.next() == .up)
            #expect(await home.states.next(within: .seconds(10)) == .down(reason: "It has hung."))
            #expect(await home.states.next(within: .seconds(10)) == .up)
            // What speaks by itself need not answer.
            for _ in 0..<5 {
                #expect(try terminal.write([1]) == 1)
                #expect(await home.bytes(1) == [1])
            }
        }
    }

    @Test func `the greeting is said again after a replug`() async throws {
        let first = try PseudoTerminal()
        let second = try PseudoTerminal()
        let greeting = [SerialGreetingStep(bytes: [0x0D, 2], pause: .zero)]
        let binding = SerialConnection.Binding.serial("RFXCOM_1", interface: nil)
        try await withIntake(binding, greeting: greeting, ports: [stick(first)]) { home async throws in
            #expect(try first.read(timeout: .seconds(10)) == [0x0D, 2])
            #expect(await home.states.next() == .up)
            first.unplug()
            #expect(await home.states.next()?.reason != nil)
            home.ports.apply([stick(second)])
            #expect(try second.read(timeout: .seconds(10)) == [0x0D, 2])
            #expect(await home.states.next() == .up)
        }
    }

    @Test func `what is written reaches the device whole, and a line that is behind refuses more`() async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.file(terminal.path)) { home async throws in
            #expect(await home.states.next() == .up)
            #expect(home.intake.write(Array(0...255)))
            #expect(try terminal.read(timeout: .seconds(10)) == Array(0...255))
            #expect(!home.intake.write([UInt8](repeating: 0, count: SerialLimits.unwrittenBytes + 1)))
            var taken = 0
            while home.intake.write([UInt8](repeating: 9, count: 1_000)) {
                taken += 1_000
                try #require(taken < 1_000_000, "Nobody reads; the line must be full some time.")
                try home.events.runAndWait {}
            }
            var received = 0
            while received < taken {
                let bytes = try terminal.read(timeout: .seconds(10))
                try #require(!bytes.isEmpty)
                received += bytes.count
            }
            #expect(received == taken)
        }
    }

    @Test func `a port that speaks another protocol is given up and left alone`() async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.serial("RFXCOM_1", interface: nil), ports: [stick(terminal)]) { home async throws in
            #expect(await home.states.next() == .up)
            home.intake.reject(reason: "The device at this port sends EnOcean telegrams.")
            #expect(await home.states.next() == .down(reason: "The device at this port sends EnOcean telegrams."))
            #expect(try isHungUp(terminal, within: .seconds(10)))
            home.ports.apply([stick(terminal), SerialPort(node: "/dev/none", path: "p")])
            try home.events.runAndWait {}
            try home.events.runAndWait {}
            #expect(home.states.all.count == 2)
        }
    }

    /// Proven by an exclamation mark, in however many pieces it comes.
    private func proof(within limit: Duration) -> SerialProof {
        SerialProof(within: limit, silence: "It is silent.", strangeness: "It is strange.") {
            { bytes, _ in bytes.contains(UInt8(ascii: "!")) }
        }
    }

    @Test func `a port is up when its device has proven itself, and what comes before is delivered`() async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.file(terminal.path), proof: proof(within: .seconds(60))) { home async throws in
            #expect(try terminal.write(Array("press".utf8)) == 5)
            #expect(await home.bytes(5) == Array("press".utf8))
            #expect(home.states.all == [])
            #expect(try terminal.write(Array("!".utf8)) == 1)
            #expect(await home.states.next() == .up)
        }
    }

    @Test(arguments: [("", "It is silent."), ("/ISk5 1-0:1.7.0(00.244*kW)", "It is strange.")])
    func `a stick that does not prove itself is let go of with a sentence`(
        _ words: String, _ reason: String
    ) async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.file(terminal.path), proof: proof(within: .seconds(2))) { home async throws in
            if !words.isEmpty { #expect(try terminal.write(Array(words.utf8)) == words.utf8.count) }
            #expect(await home.states.next() == .down(reason: reason))
            #expect(try isHungUp(terminal, within: .seconds(10)))
            #expect(!home.intake.write([1]))
        }
    }

    @Test func `a proof during the greeting counts when the greeting is over`() async throws {
        let terminal = try PseudoTerminal()
        let greeting = [SerialGreetingStep(bytes: [0x0D, 2], pause: .milliseconds(200))]
        let proof = proof(within: .seconds(60))
        try await withIntake(.file(terminal.path), greeting: greeting, proof: proof) { home async throws in
            #expect(try terminal.read(timeout: .seconds(10)) == [0x0D, 2])
            #expect(try terminal.write(Array("!".utf8)) == 1)
            #expect(await home.states.next() == .up)
        }
    }

    @Test func `each opening must be proven anew`() async throws {
        let first = try PseudoTerminal()
        let second = try PseudoTerminal()
        let binding = SerialConnection.Binding.serial("RFXCOM_1", interface: nil)
        try await withIntake(binding, proof: proof(within: .seconds(3)), ports: [stick(first)]) { home async throws in
            #expect(try first.write(Array("!".utf8)) == 1)
            #expect(await home.states.next() == .up)
            first.unplug()
            #expect(await home.states.next()?.reason != nil)
            home.ports.apply([stick(second)])
            #expect(await home.states.next() == .down(reason: "It is silent."))
        }
    }

    @Test func `two identical sticks are told apart by their sockets`() async throws {
        let left = try PseudoTerminal()
        let right = try PseudoTerminal()
        var ports = [stick(left, serial: "FTDI_FT232R"), stick(right, serial: "FTDI_FT232R")]
        ports[0].path = "pci-0:1"
        ports[1].path = "pci-0:2"
        try await withIntake(.path("pci-0:2"), ports: ports) { home async throws in
            #expect(await home.states.next() == .up)
            #expect(try left.write([1]) == 1)
            #expect(try right.write([2]) == 1)
            #expect(await home.bytes(1) == [2])
            right.unplug()
            #expect(await home.states.next()?.reason != nil)
            // The other one takes over its number and nothing else.
            home.ports.apply([ports[0]])
            try home.events.runAndWait {}
            #expect(home.arrivals.all.count == 1)
            #expect(try !isHungUp(left), "Opened and closed, it would show a hang-up.")
        }
    }

    @Test func `a stopped intake lets go of its port and says nothing more`() async throws {
        let terminal = try PseudoTerminal()
        try await withIntake(.file(terminal.path)) { home async throws in
            #expect(await home.states.next() == .up)
            home.intake.stop()
            #expect(try isHungUp(terminal, within: .seconds(10)))
            _ = try terminal.write([1])
            try home.events.runAndWait {}
            #expect(home.arrivals.all == [])
            #expect(home.states.all == [.up])
            home.intake.start()
            #expect(await home.states.next() == .up)
        }
    }

    @Test(arguments: [
        ("/dev/null", "It is no serial port."),
        ("/nowhere/ttyUSB0", "Is it plugged in?"),
        ("/", "cannot be used"),
    ])
    func `a file that is no port is told in a sentence`(path: String, words: String) async throws {
        try await withIntake(.file(path)) { home async throws in
            let reason = try #require(await home.states.next()?.reason)
            #expect(reason.contains(words))
            #expect(reason.contains(path))
        }
    }
}
