import DeviceProtocols
import FrameFuzzing
import GatewayCore
import Glibc

// Feeds spoilt frames to every serial protocol and every dialect, and ends with 1 when anything is wrong:
//
//     FrameFuzz [FRAMES [SEED [NAME ...]]]
//
// FRAMES for each, 100000 if not given; SEED 1 if not given; without a NAME all protocols and dialects.
//
// Meant to run under the address sanitizer:
//
//     PULLCORD_TARGETS=FrameFuzz swift build --sanitize=address --scratch-path .build-asan --product FrameFuzz

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.prefix(2).map { UInt64($0) }
let names = arguments.dropFirst(2)
let known = SerialConnection.SerialProtocol.allCases.map(\.rawValue) + FrameFuzz.dialects.map(\.rawValue)
guard !numbers.contains(nil), names.allSatisfy(known.contains) else {
    print("Give how many frames, a seed, and names of these: \(known.joined(separator: " ")).")
    exit(64)
}
let frames = Int(clamping: max(1, (numbers.first ?? nil) ?? 100_000))
let seed = (numbers.dropFirst().first ?? nil) ?? 1
/// One frame that takes longer than this hangs the gateway.
let slowest = Duration.seconds(1)
/// What the memory may grow by after the first tenth: the sanitizer keeps 256 MiB of freed memory by itself.
let growth = 400 << 20

/// Of this process, in bytes.
func memory() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line: [CChar] = Array(repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let words = text.split(separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
}

var isWell = true

@MainActor func tell(_ name: String, _ run: ((FrameFuzz.Report) -> Void) -> FrameFuzz.Report) {
    guard names.isEmpty || names.contains(name) else { return }
    var settled: Int?
    var largest = 0
    let report = run { report in
        if settled == nil, report.frames >= frames / 10 { settled = memory() }
        largest = max(largest, memory())
    }
    var faults = report.faults
    if report.slowest > slowest { faults.append("One piece took \(report.slowest).") }
    if let settled, largest - settled > growth { faults.append("The memory grew by \(largest - settled) bytes.") }
    print(
        "\(name): \(report.frames) frames, \(report.bytes) bytes, \(report.refused) refused, "
            + "\(report.heard) presses of \(report.sent) heard, slowest \(report.slowest)"
            + faults.map { "\n  FAULT: \($0)" }.joined())
    if !faults.isEmpty { isWell = false }
}

for serial in SerialConnection.SerialProtocol.allCases {
    tell(serial.rawValue) { FrameFuzz.run(serial, frames: frames, seed: seed, progress: $0) }
}
for dialect in FrameFuzz.dialects {
    tell(dialect.rawValue) { FrameFuzz.run(dialect, messages: frames, seed: seed, progress: $0) }
}
exit(isWell ? 0 : 1)
