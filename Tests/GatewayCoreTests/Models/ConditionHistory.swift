internal import GatewayCore
internal import GatewayTesting

/// What happened to one door, minute by minute, and what the rule about it says.
struct ConditionHistory {
    enum Event {
        case opens, shuts
        /// Its bridge is gone: nothing is known of it.
        case vanishes
        /// Its bridge is back, and a kept copy says how the door stands.
        case reappears(isOpen: Bool)
        /// The gateway is off from now on for so many minutes.
        case stops(minutes: Int)
        /// The wall clock is set forward or back by so many minutes.
        case clockStep(minutes: Int)
    }

    var hold: Int
    var clearsAfter: Int
    var gap: GapHandling
    /// Minutes of the day; nil for always.
    var window: (from: Int, to: Int)?
    /// Wall time of minute 0, in minutes since 1970.
    var beginning: Int
    var length: Int
    /// By minute, at most one.
    var events: [Int: Event] = [:]

    /// A history in which everything that a door and its way to the gateway can do happens.
    init(seed: Int) {
        var dice = Dice(seed: seed)
        hold = [0, 1, 5, 17, 60][dice.roll(5)]
        clearsAfter = [0, 0, 4, 15][dice.roll(4)]
        gap = GapHandling.allCases[dice.roll(3)]
        length = 900
        // From the evening before, through the nights on which the clocks change, a leap day, any day.
        beginning = [29_578_020, 29_880_420, 30_591_120, 29_922_180][dice.roll(4)]
        let edge = dice.roll(1_440)
        window = dice.roll(3) == 0 ? nil : (edge, (edge + 60 + dice.roll(1_000)) % 1_440)
        var isOpen = false
        var isSeen = true
        var minute = 1
        while minute < length {
            switch dice.roll(12) {
            case 0...6 where isSeen:
                isOpen.toggle()
                events[minute] = isOpen ? .opens : .shuts
            case 7, 8:
                isSeen.toggle()
                if isSeen { isOpen = dice.roll(3) == 0 ? !isOpen : isOpen }
                events[minute] = isSeen ? .reappears(isOpen: isOpen) : .vanishes
            case 9:
                let minutes = 1 + dice.roll(90)
                events[minute] = .stops(minutes: minutes)
                minute += minutes
            case 10: events[minute] = .clockStep(minutes: dice.roll(600) - 300)
            default: break
            }
            minute += 1 + dice.roll(25)
        }
    }
}
