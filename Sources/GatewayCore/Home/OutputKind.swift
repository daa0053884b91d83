/// What an output is to the people in the home.
package enum OutputKind: String, Codable, CaseIterable, Sendable {
    case siren
    case lamp
    case plug
    case chime
    case speaker

    /// How long it stays on at most by one last action, where the settings do not say.
    ///
    /// A siren that nobody answers stops nobody from answering later, and drives those away who live beside it. It
    /// sounds again with the next round of the ladder.
    package var defaultLimit: Duration? { self == .siren ? Limits.sirenSounds : nil }
}
