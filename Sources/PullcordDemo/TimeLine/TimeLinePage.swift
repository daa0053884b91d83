import DemoHome
import Synchronization

/// Lines on their way to the time line, brought into the order in which things happened.
final class TimeLinePage: Sendable {
    private struct Waiting {
        var seen: ContinuousClock.Instant
        var sighting: Sighting
    }

    private struct State {
        var waiting: [Waiting] = []
        /// The newest text of each alert at the desk, which is told again with each change behind it.
        var shown: [String: String] = [:]
    }

    private let printed: Printed
    private let state = Mutex(State())

    init(printed: Printed) {
        self.printed = printed
    }

    func add(_ sighting: Sighting) {
        state.withLock { $0.waiting.append(Waiting(seen: .now, sighting: sighting)) }
    }

    /// Prints what was seen before that point, oldest first; nil prints all.
    func print(before point: ContinuousClock.Instant?) {
        let lines = state.withLock { state -> [String] in
            state.waiting.sort { ($0.sighting.time, $0.sighting.number) < ($1.sighting.time, $1.sighting.number) }
            let count = point.map { point in state.waiting.prefix { $0.seen < point }.count } ?? state.waiting.count
            defer { state.waiting.removeFirst(count) }
            return state.waiting.prefix(count).compactMap { Self.text(of: $0.sighting, &state.shown) }
        }
        for line in lines { printed.line(line) }
    }

    private static func text(of sighting: Sighting, _ shown: inout [String: String]) -> String? {
        guard let line = TimeLine.line(of: sighting.what) else { return nil }
        if case .desk(let alert) = sighting.what {
            guard shown[alert.key] != line.text else { return nil }
            shown[alert.key] = line.text
        }
        let text = "\(TimeLine.clock(sighting.time))  \(line.who.label)  \(line.text)"
        if case .note = sighting.what { return "\n" + text }
        return text
    }
}
