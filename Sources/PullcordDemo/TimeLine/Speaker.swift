/// Who did or said something, as the time line shows it.
enum Speaker: String {
    case people = "at home"
    case lamp
    case voice
    case gateway
    case broker
    case desk
    case centre
    case play = "demo"

    /// Eight columns, coloured where colours are wanted.
    var label: String {
        let padded = rawValue + String(repeating: " ", count: max(0, 8 - rawValue.count))
        return Terminal.hasColour ? "\u{1B}[\(colour)m\(padded)\u{1B}[0m" : padded
    }

    private var colour: Int {
        switch self {
        case .people: 33
        case .lamp, .voice: 35
        case .gateway, .broker: 36
        case .desk, .centre: 32
        case .play: 1
        }
    }
}
