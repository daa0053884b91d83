internal import GatewayCore
internal import Simulation

/// The numbers of one day as `Benchmarks/calibrate-lives` has them, so that simulated and real homes are measured
/// alike.
struct DayMeasure {
    enum Place: Hashable, CaseIterable {
        case bedroom, bathroom, kitchen, lounge, hallway, frontDoor, backDoor, fridge

        /// Those that nobody passes who is up only for the bathroom.
        var isOfTheDay: Bool {
            switch self {
            case .kitchen, .lounge, .fridge, .frontDoor, .backDoor: true
            case .bedroom, .bathroom, .hallway: false
            }
        }

        var isDoor: Bool { self == .frontDoor || self == .backDoor }
    }

    struct Firing {
        var at: Int64
        var place: Place
    }

    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000

    var firings: Int64
    /// Minutes of the day.
    var rise: Int64?
    var retire: Int64?
    var frontDoor: Int64
    var backDoor: Int64
    var fridge: Int64
    /// Minutes each.
    var outings: [Int64]
    /// Minutes of the longest silence from 08:00 to 22:00.
    var silence: Int64

    /// - Parameters:
    ///   - begin: the day's midnight.
    ///   - firings: from four to four, in order of time.
    init(begin: Int64, _ firings: [Firing]) {
        self.firings = Int64(firings.count)
        rise = firings.first { $0.place.isOfTheDay }.map { ($0.at - begin) / Self.minute }
        retire = firings.last { $0.place.isOfTheDay }.map { ($0.at - begin) / Self.minute }
        func uses(_ place: Place) -> Int64 {
            Int64(Self.clusters(firings.filter { $0.place == place }.map(\.at), gap: 5 * Self.minute))
        }
        frontDoor = uses(.frontDoor)
        backDoor = uses(.backDoor)
        fridge = uses(.fridge)
        let from = begin + 8 * Self.hour
        let to = begin + 22 * Self.hour
        let light = [from] + firings.map(\.at).filter { $0 >= from && $0 < to } + [to]
        silence = (zip(light, light.dropFirst()).map { $1 - $0 }.max() ?? 0) / Self.minute
        outings = []
        for (left, back) in zip(firings, firings.dropFirst())
        where back.at - left.at >= 15 * Self.minute && left.at >= begin + 6 * Self.hour && back.at <= begin + Self.day {
            let before = firings.contains { $0.place.isDoor && $0.at >= left.at - 2 * Self.minute && $0.at <= left.at }
            let after = firings.contains { $0.place.isDoor && $0.at >= back.at && $0.at <= back.at + 2 * Self.minute }
            if before && after { outings.append((back.at - left.at) / Self.minute) }
        }
    }

    /// Firings that follow each other within the gap are one visit.
    static func clusters(_ times: [Int64], gap: Int64) -> Int {
        guard !times.isEmpty else { return 0 }
        return 1 + zip(times, times.dropFirst()).count { $1 - $0 > gap }
    }
}
