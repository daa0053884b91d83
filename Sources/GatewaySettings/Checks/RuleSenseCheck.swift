internal import GatewayCore

// Rules whose settings are right one by one, and that could still never find anything.
extension SettingsBuilder {
    func checkSense(_ kind: RuleKind, _ fields: RuleFieldReader, _ window: DayWindow?, _ table: Table<RuleShape>) {
        refuseHold(kind, table)
        checkFitsWindow(kind, fields, window, table)
        checkReach(fields, table)
    }

    /// What can cost a life is told at once.
    private func refuseHold(_ kind: RuleKind, _ table: Table<RuleShape>) {
        guard kind.defaultPriority == .emergency, !kind.fields.contains(where: { $0.name == "hold" }),
            let pair = table.pairs["hold"]
        else { return }
        reading.log.error(
            .holdNotForKind, pair.keyPlace,
            "a rule of the kind `\(kind.name)` has no hold: what it finds is told at once",
            hint: "leave `hold` out")
    }

    /// What counts from a window's beginning must be able to come before its end.
    private func checkFitsWindow(
        _ kind: RuleKind, _ fields: RuleFieldReader, _ window: DayWindow?, _ table: Table<RuleShape>
    ) {
        guard kind.windowUse == .own, let window, case .duration(let after) = fields.values["after"] else { return }
        let minutes = (window.to.minutes - window.from.minutes + 1_440) % 1_440
        let length = Duration.minutes(Int64(minutes == 0 ? 1_440 : minutes))
        guard after > length else { return }
        reading.log.error(
            .longerThanWindow, table.place(of: "after"),
            "`after` is \(DurationText.write(after)), but the window \(window.clock) lasts only "
                + "\(DurationText.write(length)): \(table.what) would never find anything",
            related: [(table.place(of: "window"), "the window stands")])
    }

    /// A limit at the very end of what can be measured is never passed.
    private func checkReach(_ fields: RuleFieldReader, _ table: Table<RuleShape>) {
        guard case .capability(let capability) = fields.values["capability"], let range = capability.range else {
            return
        }
        for (limit, end) in [("above", range.upperBound), ("below", range.lowerBound)] {
            guard case .quantity(let quantity) = fields.values[limit], quantity == end else { continue }
            reading.log.error(
                .limitNeverReached, table.place(of: limit),
                "\(capability.rawValue) is never \(limit) \(quantity): \(table.what) would never find anything",
                hint: "it lies between \(range.lowerBound) and \(range.upperBound)")
        }
    }
}
