/// Somebody opened an entrance, and has not been seen inside since.
struct Outing: Hashable, Codable, Sendable {
    /// The opening that began it.
    private(set) var opening: Reading
    private(set) var openedAt: BootTime
    /// When a door was last opened or shut.
    private var lastUse: BootTime
    var isReported = false

    /// After a door was used, a sensor can still tell of the one who went out by it for so long.
    static let leavingTakes = Duration.seconds(20)
    /// What was told so long ago does not stand in the way of another night.
    static let longest = Duration.hours(12)

    init(opening: Reading) {
        self.opening = opening
        openedAt = opening.moment.boot - opening.age
        lastUse = openedAt
    }

    mutating func isUsed(at time: BootTime) { lastUse = max(lastUse, time) }

    /// Whether a sign of somebody inside cannot come from the one who went out. Who lies down or sits down is
    /// inside in any case.
    func isReturn(_ reading: Reading) -> Bool {
        let time = reading.moment.boot - reading.age
        switch (reading.capability, reading.value) {
        case (.bedOccupied, .state(let isOccupied)), (.chairOccupied, .state(let isOccupied)):
            return isOccupied && time > openedAt
        default: return time >= lastUse + Self.leavingTakes
        }
    }
}
