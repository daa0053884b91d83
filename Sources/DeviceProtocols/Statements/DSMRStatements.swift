/// A meter's telegram: the power that the home draws, and its counters.
enum DSMRStatements {
    static func read(_ frame: DecodedValue, into list: inout StatementList) {
        guard let objects = frame["objects"] else { return }
        if let usage = objects["CURRENT_ELECTRICITY_USAGE"], let value = usage["value"] {
            let power = NamedQuantity.number("power", "W")
            power.converted(from: usage["unit"]?.text, value).map { power.state($0, into: &list) }
        }
        let energy = NamedQuantity.number("energy", "kWh")
        for name in ["ELECTRICITY_USED_TARIFF_1", "ELECTRICITY_USED_TARIFF_2", "ELECTRICITY_IMPORTED_TOTAL"] {
            guard let counter = objects[name], let unit = counter["unit"]?.text, let told = counter["value"],
                let value = energy.converted(from: unit, told)
            else { continue }
            energy.state(value, source: name, into: &list)
        }
    }
}
