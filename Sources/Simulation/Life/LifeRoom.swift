/// A room of a simulated home, as far as a person's day needs rooms.
package enum LifeRoom: UInt8, CaseIterable, Hashable, Sendable {
    case bedroom, bathroom, kitchen, lounge, hallway
}
