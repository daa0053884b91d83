/// How the last days of a routine compare with the person's own baseline.
struct BaselineChange: Hashable, Sendable {
    let measure: BaselineMeasure
    let recent: MedianSpread
    let usual: MedianSpread
    /// Days that the baseline rests on.
    let usualDays: Int

    var isMore: Bool { recent.median > usual.median }
    private var difference: Int { abs(recent.median - usual.median) }

    /// Whether it is a change: by its share, by its size, and beyond what is usual from day to day.
    func isChange(percent: Int) -> Bool {
        difference * 100 >= percent * usual.median && difference >= measure.leastChange
            && difference > 2 * usual.spread
    }

    /// Whether less than half of that is left of it.
    func isBack(percent: Int) -> Bool {
        difference * 200 < percent * usual.median || difference * 2 < measure.leastChange
    }

    /// In per cent of what is usual, to the nearest five; nil where usually there is nothing.
    private var share: Int? {
        usual.median > 0 ? (difference * 100 / usual.median + 2) / 5 * 5 : nil
    }

    /// "Moved about 40 % less over the last week than in the four weeks before (…)."
    ///
    /// - Parameters:
    ///   - days: the recent days that are compared.
    ///   - wanted: the days that a whole baseline has.
    func sentence(days: Int, wanted: Int, from begin: TimeOfDay, window: DayWindow?) -> String {
        let when = window.map { " between \($0.from.clock) and \($0.to.clock)" } ?? ""
        let sure = "\(sureness(wanted)), \(usualDays) valid days"
        let now = words(recent.median, begin) + unit(recent.median)
        let recently = "over the last \(Self.span(days)) than in the usual \(Self.span(wanted))"
        return "\(verb)\(when) \(amount) \(recently) "
            + "(median \(now), before \(words(usual.median, begin)); \(sure))."
    }

    private var verb: String {
        switch measure {
        case .activity: "Moved"
        case .nightActivity: "Moved at night"
        case .bathroom: "Used the bathroom"
        case .sleep: "Was in bed"
        case .outings: "Went out"
        case .gettingUp: "Got up"
        }
    }

    private var amount: String {
        if measure == .gettingUp { return "about \(difference) minutes \(isMore ? "later" : "earlier")" }
        let way =
            switch measure {
            case .bathroom, .outings: isMore ? "more often" : "less often"
            case .sleep: isMore ? "longer" : "shorter"
            default: isMore ? "more" : "less"
            }
        return share.map { "about \($0) % \(way)" } ?? "clearly \(way)"
    }

    /// A value of the measure as people say it: "31", "8 h 05", "07:15".
    private func words(_ value: Int, _ begin: TimeOfDay) -> String {
        switch measure {
        case .activity, .nightActivity, .bathroom, .outings: "\(value)"
        case .sleep: "\(value / 60) h \((value % 60).padded(to: 2))"
        case .gettingUp: TimeOfDay(minutes: (begin.minutes + value) % 1_440).clock
        }
    }

    /// What the value is a number of.
    private func unit(_ value: Int) -> String {
        let plural = value == 1 ? "" : "s"
        return switch measure {
        case .activity: " quarter-hour\(plural) a day"
        case .nightActivity: " quarter-hour\(plural) a night"
        case .bathroom: " visit\(plural) a day"
        case .outings: " outing\(plural) a day"
        case .sleep: " a night"
        case .gettingUp: ""
        }
    }

    /// How far the baseline is to be believed: by its days, and by how regular they are.
    private func sureness(_ wanted: Int) -> String {
        if usualDays >= wanted, difference > 4 * usual.spread { return "sure" }
        return usualDays * 4 >= wanted * 3 ? "fairly sure" : "not very sure"
    }

    private static func span(_ days: Int) -> String {
        switch days {
        case 7: "week"
        case 14: "fortnight"
        case 21: "three weeks"
        case 28: "four weeks"
        case 42: "six weeks"
        default: "\(days) days"
        }
    }
}
