extension Capability {
    /// As it stands in a sentence: "heart rate", "systolic pressure".
    package var words: String {
        String(rawValue.map { $0 == "_" ? " " : $0 })
    }

    /// What a device tells of it: "help call", "open", "closed", "not motion", "temperature 12.5 °C".
    package func words(for value: ReadingValue) -> String {
        switch value {
        case .happened, .state(true): words
        case .state(false): self == .open ? "closed" : "not \(words)"
        case .number(let quantity): "\(words) \(words(for: quantity))"
        }
    }

    /// A value of it as people write it: "128/min", "36.4 °C", "93 %".
    package func words(for quantity: Quantity) -> String {
        switch unit {
        case "Cel": "\(quantity) °C"
        case "/min": "\(quantity)/min"
        case "mm[Hg]": "\(quantity) mmHg"
        case "[ppm]": "\(quantity) ppm"
        case "kW.h": "\(quantity) kWh"
        case "1", nil: "\(quantity)"
        case .some(let unit): "\(quantity) \(unit)"
        }
    }
}

extension [String] {
    /// As a list in a sentence: "a", "a and b", "a, b and c".
    package var inSentence: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
