internal import GatewayCore
internal import Simulation

/// The numbers of one home over some days; see `DayMeasure`.
struct HomeMeasure {
    typealias Place = DayMeasure.Place

    var values: [String: Int64] = [:]
    /// Firings by hour of the day, per mille.
    var hours: [Int64] = Array(repeating: 0, count: 24)
    var outings: [Int64] = []
    /// Visits to the bathroom in each night.
    var places: [Place: Int64] = [:]

    init(_ home: HomeLife, days: Range<Int>) {
        let all = Self.firings(home, days: days)
        var measures: [Int: DayMeasure] = [:]
        var byDay: [Int: [DayMeasure.Firing]] = [:]
        for firing in all { byDay[Int((firing.at - 4 * DayMeasure.hour) / DayMeasure.day), default: []].append(firing) }
        var total: Int64 = 0
        // The first and the last day are not whole.
        for day in days.dropFirst().dropLast() {
            guard let firings = byDay[day], firings.count >= 20 else { continue }
            measures[day] = DayMeasure(begin: Int64(day) * DayMeasure.day, firings)
            for firing in firings {
                hours[Int(firing.at % DayMeasure.day / DayMeasure.hour)] += 1
                places[firing.place, default: 0] += 1
                total += 1
            }
        }
        guard total > 0 else { return }
        hours = hours.map { $0 * 1_000 / total }
        places = places.mapValues { $0 * 1_000 / total }
        let ordered = days.compactMap { measures[$0] }
        let count = Int64(ordered.count)
        outings = ordered.flatMap(\.outings)
        values["firings"] = Self.percentile(ordered.map(\.firings), 50)
        values["rise"] = Self.percentile(ordered.compactMap(\.rise), 50)
        values["retire"] = Self.percentile(ordered.compactMap(\.retire), 50)
        values["silence"] = Self.percentile(ordered.map(\.silence), 50)
        values["long silence"] = Self.percentile(ordered.map(\.silence), 90)
        values["front door"] = ordered.reduce(0) { $0 + $1.frontDoor } * 1_000 / count
        values["back door"] = ordered.reduce(0) { $0 + $1.backDoor } * 1_000 / count
        values["fridge"] = ordered.reduce(0) { $0 + $1.fridge } * 1_000 / count
        values["outings"] = Int64(outings.count) * 1_000 / count
        if outings.count >= 10 { values["outing minutes"] = Self.percentile(outings, 50) }
        let rises = ordered.compactMap(\.rise)
        values["rise spread"] = ((Self.percentile(rises, 90) ?? 0) - (Self.percentile(rises, 10) ?? 0)) / 2
        countNights(measures, all, days: days)
    }

    private mutating func countNights(_ measures: [Int: DayMeasure], _ all: [DayMeasure.Firing], days: Range<Int>) {
        let bathroom = all.filter { $0.place == .bathroom }.map(\.at)
        var nights: Int64 = 0
        var visits: Int64 = 0
        for day in days {
            guard let retire = measures[day]?.retire, let rise = measures[day + 1]?.rise else { continue }
            let begins = Int64(day) * DayMeasure.day + (retire + 30) * DayMeasure.minute
            let ends = Int64(day + 1) * DayMeasure.day + (rise - 30) * DayMeasure.minute
            guard ends - begins >= 2 * DayMeasure.hour else { continue }
            nights += 1
            let times = bathroom.filter { $0 >= begins && $0 < ends }
            visits += Int64(DayMeasure.clusters(times, gap: 10 * DayMeasure.minute))
        }
        if nights > 0 { values["night visits"] = visits * 1_000 / nights }
    }

    /// What the sensors of such a home would tell: motion in rooms and openings of doors.
    private static func firings(_ home: HomeLife, days: Range<Int>) -> [DayMeasure.Firing] {
        var firings: [DayMeasure.Firing] = []
        for day in days {
            for event in home.day(day) {
                guard let place = place(event.what) else { continue }
                firings.append(DayMeasure.Firing(at: Int64(day) * DayMeasure.day + event.milliseconds, place: place))
            }
        }
        return firings.sorted { $0.at < $1.at }
    }

    private static func place(_ what: LifeHappening) -> Place? {
        switch what {
        case .movesIn(.bedroom): .bedroom
        case .movesIn(.bathroom): .bathroom
        case .movesIn(.kitchen): .kitchen
        case .movesIn(.lounge): .lounge
        case .movesIn(.hallway): .hallway
        case .opens(.frontDoor): .frontDoor
        case .opens(.backDoor): .backDoor
        case .opens(.fridge): .fridge
        default: nil
        }
    }

    static func percentile(_ values: [Int64], _ perHundred: Int) -> Int64? {
        let sorted = values.sorted()
        return sorted.isEmpty ? nil : sorted[min(sorted.count - 1, sorted.count * perHundred / 100)]
    }
}
