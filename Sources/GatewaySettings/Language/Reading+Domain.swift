internal import GatewayCore

// Forms that have a meaning in a home: numbers with thousandths, parts of the day, supervision.
extension Reading {
    /// A decimal number with at most three digits behind the point.
    func quantity(_ value: Value, name: String) -> Quantity? {
        guard let text = text(value, name: name, limit: SettingsLimits.nameLength) else { return nil }
        if let quantity = Quantity(decimal: text) { return quantity }
        log.error(
            .notANumber, value.place, "`\(text)` is not a number",
            hint: text.contains(",")
                ? "with a point, not a comma: `18.5`" : "without unit, at most three digits behind the point: `18.5`")
        return nil
    }

    /// "22:00–06:30", with a hyphen or a dash.
    func window(_ value: Value, name: String) -> DayWindow? {
        guard let text = text(value, name: name, limit: SettingsLimits.nameLength) else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        let times = parts.map { TimeOfDayText.read($0) }
        guard times.count == 2, let from = times[0], let to = times[1] else {
            log.error(
                .notAWindow, value.place, "`\(text)` is not a part of the day",
                hint: "two times with a dash: `22:00-06:30`")
            return nil
        }
        guard from != to, from.minutes % 1_440 != to.minutes % 1_440 else {
            log.error(
                .emptyWindow, value.place, "`\(text)` begins where it ends",
                hint: "leave `\(name)` out for the whole day")
            return nil
        }
        return DayWindow(from: TimeOfDay(minutes: from.minutes % 1_440), to: to)
    }

    /// "07:10".
    func time(_ value: Value, name: String) -> TimeOfDay? {
        guard let text = text(value, name: name, limit: SettingsLimits.nameLength) else { return nil }
        if let time = TimeOfDayText.read(text) { return time }
        log.error(.notATimeOfDay, value.place, "`\(text)` is not a time of day", hint: "hours and minutes: `07:10`")
        return nil
    }

    /// `{silent_after: 50h}`, `{test_press_every: 30d}`, `bridge` or `none`.
    func supervision(_ pair: Value.Pair, _ silence: Declared<SilenceShape>) -> Supervision? {
        guard case .map = pair.value.content else {
            guard let text = text(pair.value, name: pair.key, limit: SettingsLimits.nameLength) else { return nil }
            switch text {
            case "bridge": return .bridge
            case "none": return Supervision.none
            default:
                log.error(
                    .unknownWord, pair.value.place, "unknown supervision `\(text)`",
                    hint: "`bridge`, `none`, `{silent_after: 50h}` or `{test_press_every: 30d}`")
                return nil
            }
        }
        guard let table = Table(pair.value, silence, what: "`\(pair.key)`", place: pair.keyPlace, in: self) else {
            return nil
        }
        let after = table.silentAfter
        let every = table.testPressEvery
        table.finish()
        guard table.has("silent_after") != table.has("test_press_every") else {
            log.error(
                table.has("silent_after") ? .bothGiven : .noneGiven, table.place,
                "`\(pair.key)` says either `silent_after` or `test_press_every`",
                hint: "`{silent_after: 50h}` for what reports by itself, `{test_press_every: 30d}` for what does not")
            return nil
        }
        return after.map { .report(silentAfter: $0) } ?? every.map { .testPress(every: $0) }
    }
}
