// What the days say together.
extension BaselineRule {
    /// Learns a day, and says whether a change begins or ends with it.
    func judge(_ value: Int, of day: Int, _ state: inout State, _ context: RuleContext) -> [Finding] {
        state.history.take(BaselineHistory.Entry(day: day, value: value), frozen: state.open?.from)
        if let open = state.open, day - open.found >= acceptsAfter { return [accept(open, &state, context)] }
        let first = day - recentDays + 1
        let recent = state.history.values(from: first, through: day)
        // Of most of the last days something must be known.
        guard recent.count * 2 > recentDays else { return [] }
        let usual = state.history.values(before: state.open?.from ?? first, atMost: baselineDays)
        guard usual.count * 2 >= baselineDays else { return [] }
        let change = BaselineChange(
            measure: measure, recent: MedianSpread(recent), usual: MedianSpread(usual), usualDays: usual.count)
        guard let open = state.open else { return begin(change, day, first, &state, context) }
        guard change.isBack(percent: percent) || change.isMore != open.isMore else { return [] }
        state.open = nil
        return [finding(.ended, change, context)]
    }

    private func begin(
        _ change: BaselineChange, _ day: Int, _ first: Int, _ state: inout State, _ context: RuleContext
    ) -> [Finding] {
        let isMore = change.isMore
        guard change.isChange(percent: percent), direction.includes(isMore) else {
            state.signs = 0
            return []
        }
        state.signs = isMore ? max(0, state.signs) + 1 : min(0, state.signs) - 1
        guard abs(state.signs) >= Self.signsNeeded else { return [] }
        state.signs = 0
        state.open = Open(from: first, found: day, isMore: isMore)
        return [finding(.began, change, context)]
    }

    /// After weeks what was a change is what is usual: the baseline begins anew from it.
    private func accept(_ open: Open, _ state: inout State, _ context: RuleContext) -> Finding {
        state.open = nil
        state.history.forget(before: open.from)
        return Finding(
            .ended, .routineChange, device: nil, happened: context.moment.wall,
            detail: "It has been so for \(acceptsAfter) days, and is learned as what is usual from now on.")
    }

    private func finding(_ kind: Finding.Change, _ change: BaselineChange, _ context: RuleContext) -> Finding {
        Finding(
            kind, .routineChange, device: nil, happened: context.moment.wall,
            detail: change.sentence(
                days: recentDays, wanted: baselineDays, from: window?.from ?? dayEnds,
                window: measure == .sleep || measure == .gettingUp ? nil : common.window),
            // Until the baseline is whole it is on trial.
            isShadow: change.usualDays < baselineDays)
    }
}
