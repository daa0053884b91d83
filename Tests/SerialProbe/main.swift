import GatewayCore
import Glibc
import LinuxSupport
import Logging
import SerialIntake

// Opens an intake by the binding given and prints what it hears, one JSON object a line:
//
//     SerialProbe serial RFXCOM_RFXtrx433_A1YIOGBV | path … | product 0403:6001 | file /dev/ttyUSB0
//
// It ends when its standard input does, and says then how often it looked through the ports.

func line(_ key: String, _ value: String) {
    let escaped = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    _ = try? DescriptorBytes.write(1, "{\"\(key)\":\"\(escaped)\"}\n".utf8)
}

func binding(_ words: [String]) -> SerialConnection.Binding? {
    guard words.count == 2 else { return nil }
    let parts = words[1].split(separator: ":").map(String.init)
    switch words[0] {
    case "serial": return .serial(words[1], interface: nil)
    case "path": return .path(words[1])
    case "product": return parts.count == 2 ? .product(vendor: parts[0], product: parts[1]) : nil
    case "file": return .file(words[1])
    default: return nil
    }
}

guard let binding = binding(Array(CommandLine.arguments.dropFirst())) else {
    line("error", "Give a kind of binding and its value.")
    exit(64)
}

let logger = Logger(label: "probe") { label in
    var handler = JournalLogHandler(label: label, form: .people)
    handler.logLevel = .debug
    return handler
}
let events = try EventThread()
let ports = PortDirectory(events: events, logger: logger)
ports.start()
let intake = SerialIntake(
    id: IntakeID("probe"), connection: SerialConnection(binding: binding, serialProtocol: .rfxtrx, speed: 38_400),
    ports: ports, clock: SystemClock(line: .first, bootID: SystemClock.bootID()), events: events,
    deliver: { arrival in
        line("arrival", arrival.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
    },
    report: { state in
        switch state {
        case .up: line("up", ports.ports.map(\.node).joined(separator: " "))
        case .down(let reason): line("down", reason)
        }
    },
    logger: logger)
intake.start()

while let bytes = try? DescriptorBytes.read(0, atMost: 64), !bytes.isEmpty {}
line("scans", "\(ports.scans)")
intake.stop()
ports.stop()
events.stop()
