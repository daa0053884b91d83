/// What a person opens and closes in a simulated home.
package enum LifeContact: UInt8, CaseIterable, Hashable, Sendable {
    case frontDoor, backDoor, fridge, medicineBox
}
