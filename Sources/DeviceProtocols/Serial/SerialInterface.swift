/// What a radio interface says of itself.
package enum SerialInterface: Hashable, Sendable {
    case rfxtrx(RFXtrxInterface)
    case enOcean(EnOceanInterface)
}
