/// What the last days of a routine were, one number for each day that tells.
struct BaselineHistory: Hashable, Codable, Sendable {
    /// Oldest first, each date once.
    private(set) var days: [Entry] = []

    /// A date and its number, as `[20415, 31]` on record.
    struct Entry: Hashable, Codable, Sendable {
        var day: Int
        var value: Int

        init(day: Int, value: Int) {
            self.day = day
            self.value = value
        }

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            day = try pair.decode(Int.self)
            value = try pair.decode(Int.self)
        }

        func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(day)
            try pair.encode(value)
        }
    }

    /// Days kept at most: the longest baseline and the longest recent time, and the list stays small.
    static let most = 64
    /// Days before this are of another time of the year, or of another life.
    static let oldest = 180

    /// Takes a day that is over.
    ///
    /// - Parameter frozen: the baseline lies before this date while a change is open, and is kept whole.
    mutating func take(_ entry: Entry, frozen: Int?) {
        // A clock that was set back makes later dates untrue.
        days.removeAll { $0.day >= entry.day || entry.day - $0.day > Self.oldest }
        days.append(entry)
        guard days.count > Self.most else { return }
        let dispensable = frozen.flatMap { date in days.firstIndex { $0.day >= date } } ?? days.startIndex
        days.remove(at: dispensable)
    }

    /// Forgets all before a date.
    mutating func forget(before date: Int) {
        days.removeAll { $0.day < date }
    }

    /// The values of the days from `first` to `last`.
    func values(from first: Int, through last: Int) -> [Int] {
        days.filter { $0.day >= first && $0.day <= last }.map(\.value)
    }

    /// The newest values before a date, at most so many.
    func values(before date: Int, atMost count: Int) -> [Int] {
        Array(days.filter { $0.day < date }.suffix(count).map(\.value))
    }
}

/// The middle of some whole numbers and how far they spread around it, which one odd day does not move.
struct MedianSpread: Hashable, Sendable {
    let median: Int
    /// The median absolute deviation.
    let spread: Int

    /// - Precondition: there are values.
    init(_ values: [Int]) {
        let middle = Self.median(values)
        median = middle
        spread = Self.median(values.map { abs($0 - middle) })
    }

    /// Between two middle values their mean, rounded up.
    static func median(_ values: [Int]) -> Int {
        precondition(!values.isEmpty, "Nothing has no middle.")
        let sorted = values.sorted()
        let high = sorted[sorted.count / 2]
        let low = sorted[(sorted.count - 1) / 2]
        return low + (high - low + 1) / 2
    }
}
