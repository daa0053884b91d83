internal import DeviceProtocols
internal import GatewayCore

/// How a field's number becomes one of its capability.
struct FieldScaling {
    private(set) var offset = Quantity(thousandths: 0)
    private(set) var unit: MeasuredUnit?
    private(set) var range: ClosedRange<Quantity>?

    init(_ field: Table<FieldShape>, _ capability: Capability?) {
        if let offset = field.offset { self.offset = offset }
        unit = field.unit
        range = field.range.flatMap { Self.range($0, field) }
        guard let capability, capability.kind == .number else { return }
        if let unit, !unit.fits(capability) {
            let possible = MeasuredUnit.all(for: capability).map(\.rawValue)
            field.reading.log.error(
                .badUnit, field.place(of: "unit"), "\(capability.rawValue) is not measured in \(unit.rawValue)",
                hint: possible.isEmpty
                    ? "it has no other unit than its own" : "possible: " + possible.joined(separator: ", "))
        }
        if let range, let possible = capability.range, !range.overlaps(possible) {
            field.reading.log.error(
                .badRange, field.place(of: "range"),
                "\(capability.rawValue) is never within \(range.lowerBound) to \(range.upperBound)",
                hint: "it can be \(possible.lowerBound) to \(possible.upperBound), whatever the device's unit")
        }
    }

    private static func range(_ pair: Value.Pair, _ field: Table<FieldShape>) -> ClosedRange<Quantity>? {
        guard case .list(let items) = pair.value.content else {
            field.reading.log.error(
                .wrongForm, pair.value.place, "`\(pair.key)` is \(pair.value.form), where a list belongs")
            return nil
        }
        let bounds = items.map { field.reading.quantity($0, name: pair.key) }
        guard items.count == 2, let low = bounds[0], let high = bounds[1], low < high else {
            if bounds.allSatisfy({ $0 != nil }) {
                field.reading.log.error(
                    .badRange, pair.value.place, "`range` is the least and the most",
                    hint: "such as `[50, 260]`")
            }
            return nil
        }
        return low...high
    }
}
