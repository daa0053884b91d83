/// What a person measures of their body at home. Values are thousandths of the unit (UCUM).
package enum VitalSign: UInt8, CaseIterable, Hashable, Sendable {
    /// `/min`.
    case heartRate
    /// `mm[Hg]`.
    case systolic, diastolic
    /// `Cel`, of the body.
    case bodyTemperature
    /// `%`.
    case oxygenSaturation
    /// `/min`.
    case respirationRate
    /// `kg`.
    case weight
}
