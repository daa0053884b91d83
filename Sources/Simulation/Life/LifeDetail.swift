/// How much of a person's movement a simulated life tells.
package enum LifeDetail: Hashable, Sendable {
    /// Each movement that a motion sensor would notice, as the calibration counts them.
    case everyMovement
    /// Without what shows only that somebody is still where they were seen within the last twenty minutes, or on
    /// their way to where they are seen next: for runs over many years.
    case changesOfRoom
}
