/// What happens in a simulated home, in terms of people and rooms, never of devices: which sensor notices it,
/// and how, is the caller's part.
package enum LifeHappening: Hashable, Sendable {
    case movesIn(LifeRoom)
    case entersBed
    case leavesBed
    case sitsDown
    case getsUp
    case opens(LifeContact)
    case closes(LifeContact)
    case kettle(isOn: Bool)
    case stove(isOn: Bool)
    case takesMedicine
    /// The time of a medicine has passed without it. Nothing in the home shows it.
    case missesMedicine
    case goesOut
    /// From an outing, a holiday or a wandering.
    case comesHome
    /// The number is the visitor's place in `HomeCharacter.visitors`.
    case visitorArrives(UInt8)
    case visitorLeaves(UInt8)
    /// A regular visitor does not come. Nothing in the home shows it.
    case visitorStaysAway(UInt8)
    case falls(LifeRoom)
    case pressesPendant
    /// After a fall: by themselves, or because somebody came.
    case standsUpAgain
    /// Leaves by the front door in the night, confused.
    case wandersOut
    /// The value is in thousandths of the sign's unit; a few are as impossible as instruments make them.
    case measures(VitalSign, Int64)
    case wakesIll
    case petMoves(LifeRoom)
}
