/// How the home is lived in at the moment. It narrows what routine rules watch, and never an emergency.
package enum HomeMode: String, Codable, CaseIterable, Sendable {
    /// Everyday life.
    case home
    /// The residents are out.
    case away
    /// They are in bed.
    case night
    /// They are out for days.
    case holiday
    /// Somebody is with them.
    case visitors

    /// Nobody is expected to be active in the home.
    package var isEmptyHome: Bool { self == .away || self == .holiday }
}
