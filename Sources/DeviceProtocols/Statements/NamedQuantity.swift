/// What a member of that name is, in a convention whose names have one meaning each.
struct NamedQuantity: Sendable {
    enum Form: Sendable {
        /// True is the side that matters.
        case flag
        /// True is the other side, as Zigbee2MQTT's `contact`.
        case opposite
        case number(unit: String?)
        /// In degrees Fahrenheit; stated in Celsius.
        case fahrenheit
        /// Told as a fraction of one.
        case fraction
    }

    var capability: String
    var form: Form

    init(_ capability: String, _ form: Form) {
        self.capability = capability
        self.form = form
    }

    static func number(_ capability: String, _ unit: String?) -> Self { Self(capability, .number(unit: unit)) }
    static func flag(_ capability: String) -> Self { Self(capability, .flag) }

    func state(_ value: DecodedValue, source: String? = nil, into list: inout StatementList) {
        switch form {
        case .flag: list.state(capability, value.isOn, source: source)
        case .opposite: list.state(capability, value.isOn.map { !$0 }, source: source)
        case .number(let unit): list.number(capability, value, unit: unit, source: source)
        case .fahrenheit: list.number(capability, StatementList.celsius(value), unit: "Cel", source: source)
        case .fraction:
            list.number(capability, value.number.map { DecodedValue(number: $0 * 100) }, unit: "%", source: source)
        }
    }
}

extension NamedQuantity {
    /// The value in this quantity's own unit, from the one in which it was told; nil where the two do not fit.
    func converted(from told: String?, _ value: DecodedValue) -> DecodedValue? {
        guard case .number(let unit?) = form, let told, let number = value.number else { return value }
        switch (unit, told) {
        case ("Cel", "°F"), ("Cel", "F"): return StatementList.celsius(value)
        case ("W", "kW"), ("mV", "V"): return DecodedValue(number: number * 1_000)
        case ("kWh", "Wh"), ("V", "mV"): return DecodedValue(number: number / 1_000)
        case ("Cel", "°C"), ("Cel", "C"), ("[ppm]", "ppm"): return value
        case (_, unit): return value
        default: return nil
        }
    }
}
