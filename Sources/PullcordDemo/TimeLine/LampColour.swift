/// What the lamp by the bed shows: how the call stands (outputs in docs/examples/flat/devices.yaml).
enum LampColour: CaseIterable {
    case heard, sent, acknowledged, notGettingThrough, nobodyYet, off

    init?(topic: String, payload: String) {
        guard topic == "zigbee2mqtt/bedside-lamp/set" else { return nil }
        let blinks = payload.contains("blink")
        if payload.contains("#FFB000") {
            self = blinks ? .nobodyYet : .heard
        } else if payload.contains("#0060FF") {
            self = .sent
        } else if payload.contains("#00C040") {
            self = .acknowledged
        } else if payload.contains("#FF2000") {
            self = .notGettingThrough
        } else if payload.contains("OFF") {
            self = .off
        } else {
            return nil
        }
    }

    var words: String {
        switch self {
        case .heard: "The lamp is amber: heard."
        case .sent: "The lamp is blue: sent."
        case .acknowledged: "The lamp is green: somebody has it."
        case .notGettingThrough: "The lamp blinks red: not getting through."
        case .nobodyYet: "The lamp blinks amber: nobody has answered yet."
        case .off: "The lamp is off."
        }
    }
}
