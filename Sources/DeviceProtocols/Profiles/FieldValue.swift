import GatewayCore

/// What one field says of one value.
enum FieldValue: Hashable, Sendable {
    case happened
    /// The value says that the event is not taking place.
    case quiet
    case state(Bool)
    case number(Quantity)
    /// Outside what the capability can be.
    case refused
    /// The profile does not explain this value.
    case unexplained
}

extension FieldPlan.Field {
    func value(of scalar: Scalar) -> FieldValue {
        switch meaning {
        case .happens(let when):
            if when.contains(where: scalar.matches) { return .happened }
            // `sos: false` needs no entry in a profile that knows `sos: true`.
            return scalar.matches(.flag(false)) ? .quiet : .unexplained
        case .state(let on, let off):
            if on.contains(where: scalar.matches) { return .state(true) }
            return off.contains(where: scalar.matches) ? .state(false) : .unexplained
        case .bits(let mask, let equals):
            guard let integer = scalar.integer else { return .unexplained }
            let isSet = integer & mask == equals
            return capability.kind == .event ? (isSet ? .happened : .quiet) : .state(isSet)
        case .number(let scale):
            guard let number = scalar.number else { return .unexplained }
            // In thousandths at once: 21.37 × 1000 rounds to 21 370 exactly.
            var measured = number * Double(scale) + Double(scaling.offset)
            if let conversion = scaling.conversion { measured = conversion.apply(toThousandths: measured) }
            guard let thousandths = Int64(exactly: measured.rounded()) else { return .refused }
            let quantity = Quantity(thousandths: thousandths)
            return range?.contains(quantity) ?? true ? .number(quantity) : .refused
        }
    }
}
