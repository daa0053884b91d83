internal import GatewayCore

/// Says by looking at each minute of a history what must be told of it: slow, and plain to see.
struct ReferenceCondition {
    private struct Minute {
        var truth: Truth
        var isRunning: Bool
        /// By the gateway's clock, since 1970.
        var clock: Int
    }

    private let history: ConditionHistory
    private let occurrences: [Range<Int>]

    init(_ history: ConditionHistory) {
        self.history = history
        occurrences = Self.occurrences(history)
    }

    /// For each minute whether people are being told, after all that happened in it.
    func told() -> [Bool] {
        var minutes: [Minute] = []
        var lasted: [Bool] = []
        var told: [Bool] = []
        var endedAt: Int?
        var truth = Truth.unknown
        var offUntil = 0
        var shift = 0
        for minute in 0..<history.length {
            // First what time alone does, with what was known until now; then what happens.
            for isAfter in [false, true] {
                if isAfter { apply(history.events[minute], at: minute, &truth, &offUntil, &shift) }
                let isRunning = minute >= offUntil
                let clock = history.beginning + minute + shift
                minutes.append(Minute(truth: truth, isRunning: isRunning, clock: clock))
                lasted.append(hasLasted(minutes, before: lasted.last ?? false))
                told.append(isTold(minutes, lasted, before: told.last ?? false, minute, &endedAt))
            }
        }
        return stride(from: 1, to: told.count, by: 2).map { told[$0] }
    }

    private func apply(
        _ event: ConditionHistory.Event?, at minute: Int, _ truth: inout Truth, _ offUntil: inout Int,
        _ shift: inout Int
    ) {
        switch event {
        case .opens: truth = .yes
        case .shuts: truth = .no
        case .vanishes: truth = .unknown
        case .reappears(let isOpen): truth = Truth(isOpen)
        case .stops(let minutes): offUntil = minute + minutes
        case .clockStep(let minutes): shift += minutes
        case nil: break
        }
    }

    /// Whether the condition has lasted its hold by now and has not ended since.
    ///
    /// There are two entries for each minute: no time passes from the first to the second, and a minute from
    /// the second to the next first.
    private func hasLasted(_ minutes: [Minute], before: Bool) -> Bool {
        guard let now = minutes.last, now.truth != .no else { return false }
        if before { return true }
        guard now.truth == .yes, now.isRunning else { return false }
        var counted = 0
        var index = minutes.count - 1
        // How much was counted when the newest minute of being known as true is reached, walking back.
        var upToTrue = 0
        while index > 0, minutes[index - 1].truth != .no {
            index -= 1
            let isMinute = index % 2 == 1
            let isGap = minutes[index].truth == .unknown || !minutes[index].isRunning
            if isGap, isMinute, history.gap == .restart { break }
            if isMinute, !isGap || history.gap == .count { counted += 1 }
            // A time without sight counts only between two times of being true.
            if minutes[index].truth == .yes { upToTrue = counted }
        }
        return upToTrue >= history.hold
    }

    /// Told once it has lasted within the window; over when it has been over for the clearing delay.
    private func isTold(
        _ minutes: [Minute], _ lasted: [Bool], before: Bool, _ minute: Int, _ endedAt: inout Int?
    ) -> Bool {
        guard let now = minutes.last, now.isRunning, let isLasting = lasted.last else { return before }
        if !before { return isLasting && isWithinWindow(now.clock) }
        if isLasting {
            endedAt = nil
            return true
        }
        let ended = endedAt ?? minute
        endedAt = ended
        if minute - ended < history.clearsAfter { return true }
        endedAt = nil
        return false
    }

    private func isWithinWindow(_ clock: Int) -> Bool {
        history.window == nil || occurrences.contains { $0.contains(clock) }
    }

    /// Each day's window: from the first minute at which a clock on the wall shows its beginning, or a later
    /// time, to the first of its end.
    private static func occurrences(_ history: ConditionHistory) -> [Range<Int>] {
        guard let window = history.window else { return [] }
        let minutes = (history.beginning - 20_000)..<(history.beginning + 20_000)
        var begins: [Int] = []
        var ends: [Int] = []
        var newest = (begin: Int.min, end: Int.min)
        for minute in minutes {
            let local = localMinute(minute)
            let day = local / 1_440
            if local % 1_440 >= window.from, day > newest.begin {
                begins.append(minute)
                newest.begin = day
            }
            if local % 1_440 >= window.to, day > newest.end {
                ends.append(minute)
                newest.end = day
            }
        }
        // The first day is cut off: what it shows is no beginning.
        return begins.dropFirst().compactMap { begin in
            ends.dropFirst().first { $0 > begin }.map { begin..<$0 }
        }
    }

    /// Brussels as the tests have it: an hour ahead of UTC, two in the summer of 2026.
    private static func localMinute(_ minute: Int) -> Int {
        let summer = 29_579_100..<29_881_500
        return minute + (summer.contains(minute) ? 120 : 60)
    }
}
