/// When each rule next wants a tick, and which is the first: a tournament tree, so that finding the earliest
/// and moving one cost the same in a home with ten rules and with a thousand.
struct RuleSchedule: Sendable {
    /// The leaves begin at `width`; each inner node holds the earlier of its two children.
    private var times: [BootTime]
    private let width: Int

    /// No rule is ever due at the end of time.
    private static let never = BootTime(nanoseconds: .max)

    init(count: Int) {
        var width = 1
        while width < count { width *= 2 }
        self.width = width
        times = Array(repeating: Self.never, count: 2 * width)
    }

    /// Nil for never.
    var earliest: BootTime? { times[1] == Self.never ? nil : times[1] }

    subscript(rule: Int) -> BootTime? {
        get { times[width + rule] == Self.never ? nil : times[width + rule] }
        set {
            let time = newValue ?? Self.never
            var place = width + rule
            guard times[place] != time else { return }
            times[place] = time
            while place > 1 {
                place /= 2
                let earlier = min(times[2 * place], times[2 * place + 1])
                guard times[place] != earlier else { return }
                times[place] = earlier
            }
        }
    }

    /// The rules that are due by now, in their order.
    func due(by now: BootTime) -> [Int] {
        guard times[1] <= now, times[1] != Self.never else { return [] }
        var due: [Int] = []
        collect(1, now, &due)
        return due
    }

    private func collect(_ place: Int, _ now: BootTime, _ due: inout [Int]) {
        guard times[place] <= now else { return }
        if place >= width { return due.append(place - width) }
        collect(2 * place, now, &due)
        collect(2 * place + 1, now, &due)
    }
}
