extension Engine {
    /// Takes the states for ended whose time is over, and finds when the next one's is.
    ///
    /// Nothing is remembered for it: when a state was told is in the picture of the home, which survives a restart.
    mutating func clearDueStates() {
        guard isClearingStale || nextClearing.map({ $0 <= now.boot }) ?? false else { return }
        var ended: [Reading] = []
        nextClearing = nil
        for (place, device) in plan.home.devices.enumerated() {
            for clearing in device.clearings {
                guard let told = devices.states[place][clearing.capability], told.value == .state(true) else {
                    continue
                }
                let due = told.moment.boot + clearing.after
                if due <= now.boot {
                    ended.append(
                        Reading(
                            device: device.id, capability: clearing.capability, value: .state(false), moment: now,
                            freshness: .cleared))
                } else {
                    nextClearing = nextClearing.map { min($0, due) } ?? due
                }
            }
        }
        if !ended.isEmpty { take(ended) }
        isClearingStale = false
    }
}
