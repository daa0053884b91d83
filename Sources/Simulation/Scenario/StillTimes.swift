internal import GatewayCore

/// Many still times, so that asking whether one holds a moment stays quick.
struct StillTimes {
    /// In order of their beginnings.
    private let from: [Duration]
    /// The latest end of those that begin no later.
    private let to: [Duration]

    init(_ times: [Scenario.Stillness]) {
        let sorted = times.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        var latest = Duration.zero
        from = sorted.map(\.from)
        to = sorted.map { time in
            latest = max(latest, time.to)
            return latest
        }
    }

    func holds(_ time: Duration) -> Bool {
        var low = 0
        var high = from.count
        while low < high {
            let middle = (low + high) / 2
            if from[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low > 0 && time < to[low - 1]
    }
}
