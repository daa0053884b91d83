internal import GatewayCore

/// How long a turn of the engine takes: 200 devices, and rules of every everyday kind over them.
///
///     PULLCORD_TARGETS=EngineTurn swift run -c release --scratch-path .build-turn EngineTurn
@main
enum EngineTurn {
    static func main() {
        print("rules that watch the device, others: p50 p99 of 200,000 turns in nanoseconds")
        for (watching, others) in [(1, 99), (1, 199), (1, 999), (4, 96), (16, 84)] {
            var run = TurnRun(devices: 200, watching: watching, others: others)
            let (median, slowest) = run.measure(turns: 200_000)
            print("\(watching), \(others): \(median) \(slowest)")
        }
    }
}
