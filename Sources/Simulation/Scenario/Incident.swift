package import GatewayCore

/// Something that happens in the simulated world.
package enum Incident: Hashable, Sendable {
    /// The person presses something.
    case press(DeviceID, Capability, Radio)
    case state(DeviceID, Capability, Bool, Radio)
    case number(DeviceID, Capability, Quantity, Radio)
    /// The person says, other than by a device, that they are well.
    case okay
    case away(Duration)
    case brokerDown(Duration)
    case bridgeDown(Duration)
    /// The broker and the bridge send again what they keep, a kept press included.
    case copies
    case channel(ChannelID, ChannelFault, Duration)
    case disk(LedgerError.Kind, Duration)
    case powerCut(PowerCut)
    case clockStep(Duration)
    /// Other settings, by their number.
    case reload(Int)
    /// The gateway is stopped in its tracks, as by a debugger or a disk that hangs.
    case stall(Duration)

    /// What the way from the device to the broker does to a message.
    package enum Radio: Hashable, Sendable {
        case clear
        case lost
        /// A second frame follows.
        case doubled(after: Duration)
        /// It comes late, and so perhaps after what was sent later.
        case late(Duration)
    }

    /// What a channel does to deliveries.
    package enum ChannelFault: String, Hashable, Sendable, CaseIterable {
        case down
        /// The answer comes after the channel's patience: the other side has it, and we do not know.
        case slow
        case answerLost = "answer lost"
        case refuses
        /// HTTP 429 or DC-09's NAK: later, please.
        case busy
    }

    /// A power cut, and where in the gateway's next turn it strikes.
    package struct PowerCut: Hashable, Sendable {
        package enum Place: String, Hashable, Sendable, CaseIterable {
            case atOnce = "at once"
            case afterDeciding = "after deciding"
            case whileRecording = "while recording"
            case afterRecording = "after recording"
            case whileActing = "while acting"
        }

        package var place: Place
        package var outage: Duration
        /// The whole box went off; else only the gateway's process ended.
        package var isReboot: Bool
        /// It has a clock that runs on without power.
        package var hasClock: Bool
        /// The settings that are there when it starts again; nil for the same.
        package var settings: Int?
    }

    /// Whether it is a fault of machines, that the quiet time at the end is free of.
    var isFault: Bool {
        switch self {
        case .press, .state, .number, .okay, .away, .copies, .reload: false
        default: true
        }
    }

    /// A word for coverage: "press", "channel busy", "power cut after recording".
    package var name: String {
        switch self {
        case .press(_, let capability, let radio): "\(capability.rawValue)\(radio.suffix)"
        case .state(_, _, _, let radio): "state\(radio.suffix)"
        case .number(_, _, _, let radio): "number\(radio.suffix)"
        case .okay: "okay"
        case .away: "away"
        case .brokerDown: "broker down"
        case .bridgeDown: "bridge down"
        case .copies: "copies"
        case .channel(_, let fault, _): "channel \(fault.rawValue)"
        case .disk(let kind, _): "disk \(kind.rawValue)"
        case .powerCut(let cut):
            "power cut \(cut.place.rawValue)\(cut.isReboot ? cut.hasClock ? ", reboot" : ", reboot without clock" : "")"
        case .clockStep: "clock step"
        case .reload: "reload"
        case .stall: "stall"
        }
    }

    /// As a line of a story: "press pendant", "power cut 5 minutes".
    package var text: String {
        switch self {
        case .press(let device, _, _): "\(name) \(device)"
        case .state(let device, let capability, let isOn, let radio):
            "\(device) \(capability.rawValue) \(isOn ? "yes" : "no")\(radio.suffix)"
        case .number(let device, _, let quantity, let radio): "\(device) \(quantity)\(radio.suffix)"
        case .away(let duration), .brokerDown(let duration), .bridgeDown(let duration), .disk(_, let duration),
            .stall(let duration):
            "\(name) \(duration.inWords)"
        case .clockStep(let duration): "clock step \(duration)"
        case .channel(let id, let fault, let duration): "\(id) \(fault.rawValue) \(duration.inWords)"
        case .powerCut(let cut):
            "\(name), \(cut.outage.inWords)\(cut.settings.map { ", then settings \($0)" } ?? "")"
        case .reload(let number): "reload settings \(number)"
        case .okay, .copies: name
        }
    }
}

extension Incident.Radio {
    var suffix: String {
        switch self {
        case .clear: ""
        case .lost: " lost"
        case .doubled: " doubled"
        case .late: " late"
        }
    }
}
