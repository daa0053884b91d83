internal import GatewayCore

/// How a home is when nothing happens: doors are shut, nobody moves, and what is measured is as usual.
enum UsualHome {
    /// Nil where no value is usual in every home.
    static func value(of capability: Capability) -> Quantity? {
        let value: Double? =
            switch capability {
            case .temperature: 20
            case .humidity: 50
            case .illuminance: 100
            case .pressure: 1_013
            case .carbonDioxide: 600
            case .battery: 100
            case .linkQuality: 150
            case .heartRate: 70
            case .respiratoryRate: 15
            case .oxygenSaturation: 97
            case .systolicPressure: 120
            case .diastolicPressure: 80
            case .bodyTemperature: 36.6
            default: nil
            }
        return value.flatMap { Quantity($0) }
    }

    /// What a device usually tells of a capability; nil for events and for what is usual nowhere.
    static func reading(of capability: Capability) -> ReadingValue? {
        switch capability.kind {
        case .event: nil
        case .state: .state(capability == .available)
        case .number: value(of: capability).map { .number($0) }
        }
    }

    /// What it tells before and after something is supposed to be so.
    static func opposite(of value: ReadingValue, _ capability: Capability) -> ReadingValue? {
        if case .state(let isOn) = value { return .state(!isOn) }
        return reading(of: capability)
    }
}
