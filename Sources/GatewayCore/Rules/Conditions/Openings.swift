/// Tells the opening of a door from what merely says that it is open.
///
/// A door opens when it says so live and was last known shut. What a copy tells is a state and no opening, and
/// so is the first word of a contact that was never heard before.
package struct Openings: RuleState {
    /// In the order in which they were first known shut. Not more than the rule watches.
    private var shut: [DeviceID] = []

    package init() {}

    /// Takes a reading of a contact.
    ///
    /// - Returns: whether it tells that the door has just been opened.
    package mutating func opens(by reading: Reading) -> Bool {
        guard reading.capability == .open, case .state(let isOpen) = reading.value else { return false }
        let place = shut.firstIndex(of: reading.device)
        if !isOpen {
            if place == nil { shut.append(reading.device) }
            return false
        }
        guard let place else { return false }
        shut.remove(at: place)
        return reading.freshness == .live && reading.age <= Limits.lateAfter
    }
}
