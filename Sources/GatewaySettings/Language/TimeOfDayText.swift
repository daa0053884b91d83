package import GatewayCore

/// Times of day as people write them: "07:10", "7:10", and "24:00" for the end of the day.
package enum TimeOfDayText {
    package static func read(_ text: some StringProtocol) -> TimeOfDay? {
        var bare = text.drop { $0 == " " }
        while bare.last == " " { bare.removeLast() }
        let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1_440
        else { return nil }
        return TimeOfDay(minutes: hour * 60 + minute)
    }
}
