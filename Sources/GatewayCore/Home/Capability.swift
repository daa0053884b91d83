/// What a device can tell.
///
/// An event happens (a press, a fall); a state is (open, smoky); a number is measured. The raw values are
/// the words of settings and profiles. Units are UCUM.
package enum Capability: String, Codable, CaseIterable, Sendable {
    // Events.
    case helpCall = "help_call"
    case cancel
    case fall
    case testPress = "test_press"
    case buttonPress = "button_press"
    case buttonRelease = "button_release"
    case heartbeat
    /// A dose was taken from the dispenser, or somebody says so.
    case medicineTaken = "medicine_taken"

    // States; true is the side that matters.
    case smoke
    case heat
    case carbonMonoxide = "carbon_monoxide"
    case gas
    case flood
    case glassBreak = "glass_break"
    case tamper
    case open
    case motion
    case presence
    case bedOccupied = "bed_occupied"
    case chairOccupied = "chair_occupied"
    case vibration
    case batteryLow = "battery_low"
    case available
    case switchedOn = "switched_on"
    case mainsLost = "mains_lost"
    /// Not fully alert: confused, or answering only to voice or pain, or not at all (the C, V, P, U of ACVPU).
    case consciousnessReduced = "consciousness_reduced"
    /// The person breathes oxygen beyond that of the air.
    case supplementalOxygen = "supplemental_oxygen"

    // Numbers.
    case temperature
    case deviceTemperature = "device_temperature"
    case humidity
    case illuminance
    case pressure
    case carbonDioxide = "carbon_dioxide"
    case power
    case energy
    case voltage
    case battery
    case linkQuality = "link_quality"
    case signalLevel = "signal_level"
    case heartRate = "heart_rate"
    case respiratoryRate = "respiratory_rate"
    case oxygenSaturation = "oxygen_saturation"
    case systolicPressure = "systolic_pressure"
    case diastolicPressure = "diastolic_pressure"
    case bodyTemperature = "body_temperature"
    case bodyWeight = "body_weight"
    case bloodGlucose = "blood_glucose"

    package enum Kind: String, Codable, Sendable {
        case event, state, number
    }

    package var kind: Kind {
        switch self {
        case .helpCall, .cancel, .fall, .testPress, .buttonPress, .buttonRelease, .heartbeat,
            .medicineTaken:
            .event
        case .smoke, .heat, .carbonMonoxide, .gas, .flood, .glassBreak, .tamper, .open, .motion, .presence,
            .bedOccupied, .chairOccupied, .vibration, .batteryLow, .available, .switchedOn, .mainsLost,
            .consciousnessReduced, .supplementalOxygen:
            .state
        case .temperature, .deviceTemperature, .humidity, .illuminance, .pressure, .carbonDioxide, .power,
            .energy, .voltage, .battery, .linkQuality, .signalLevel, .heartRate, .respiratoryRate, .oxygenSaturation,
            .systolicPressure, .diastolicPressure, .bodyTemperature, .bodyWeight, .bloodGlucose:
            .number
        }
    }

    /// The unit of a number (UCUM), nil for events and states. Ranges stand in `range`.
    package var unit: String? {
        switch self {
        case .temperature, .deviceTemperature, .bodyTemperature: "Cel"
        case .humidity, .battery, .oxygenSaturation: "%"
        case .heartRate, .respiratoryRate: "/min"
        case .systolicPressure, .diastolicPressure: "mm[Hg]"
        case .bodyWeight: "kg"
        case .bloodGlucose: "mg/dL"
        case .illuminance: "lx"
        case .pressure: "hPa"
        case .carbonDioxide: "[ppm]"
        case .power: "W"
        case .energy: "kW.h"
        case .voltage: "V"
        case .linkQuality, .signalLevel: "1"
        default: nil
        }
    }

    /// What a number can be at all; outside it the sender is wrong. Nil for events and states.
    package var range: ClosedRange<Quantity>? {
        func range(_ low: Int64, _ high: Int64) -> ClosedRange<Quantity> {
            Quantity(thousandths: low * 1_000)...Quantity(thousandths: high * 1_000)
        }
        return switch self {
        case .temperature, .deviceTemperature: range(-60, 125)
        case .humidity, .battery, .oxygenSaturation: range(0, 100)
        case .heartRate: range(0, 350)
        case .respiratoryRate: range(0, 150)
        case .systolicPressure, .diastolicPressure: range(0, 400)
        case .bodyTemperature: range(15, 50)
        case .bodyWeight: range(0, 500)
        case .bloodGlucose: range(0, 3_000)
        case .illuminance: range(0, 200_000)
        case .pressure: range(300, 1_200)
        case .carbonDioxide: range(0, 50_000)
        case .power: range(-100_000, 100_000)
        case .energy: range(0, 100_000_000)
        case .voltage: range(0, 1_000)
        case .linkQuality: range(0, 255)
        case .signalLevel: range(-200, 255)
        default: nil
        }
    }

    /// States that can cost a life or a home: their arrivals are alarm-class, like events of help.
    package var isHazard: Bool {
        switch self {
        case .smoke, .heat, .carbonMonoxide, .gas, .flood, .glassBreak: true
        default: false
        }
    }

    /// Whether arrivals of it must be on disk before the broker is told they arrived.
    package var isAlarmClass: Bool {
        isHazard || self == .helpCall || self == .fall || self == .cancel
    }

    /// What is measured of a person. It never leaves the home but by what the plan of sharing allows.
    package var isVitalSign: Bool {
        switch self {
        case .heartRate, .respiratoryRate, .oxygenSaturation, .systolicPressure, .diastolicPressure,
            .bodyTemperature, .bodyWeight, .bloodGlucose, .consciousnessReduced, .supplementalOxygen:
            true
        default: false
        }
    }

    /// Whether it shows that somebody in the home is up and about.
    package var showsActivity: Bool {
        switch self {
        case .motion, .presence, .open, .bedOccupied, .chairOccupied, .buttonPress, .helpCall, .cancel,
            .testPress, .switchedOn, .medicineTaken:
            true
        default: false
        }
    }
}
