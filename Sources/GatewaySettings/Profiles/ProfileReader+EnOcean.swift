internal import DeviceProtocols
internal import GatewayCore

// `eep`: EnOcean devices do not say how their telegrams are to be read.
extension ProfileReader {
    static func equipmentProfile(_ table: Table<ProfileShape>, _ dialect: Dialect?) -> String? {
        let eep = table.eep
        guard dialect == .enOcean else {
            if eep != nil, dialect != nil {
                table.reading.log.error(
                    .badEquipmentProfile, table.place(of: "eep"), "only profiles of the dialect enocean have an `eep`")
            }
            return nil
        }
        guard let eep else {
            if !table.has("eep") {
                table.reading.log.error(
                    .badEquipmentProfile, table.place, "\(table.what) does not say its `eep`",
                    hint: "the Equipment Profile in the device's papers, such as `F6-02-01`")
            }
            return nil
        }
        if EquipmentProfile.find(eep) == nil {
            table.reading.log.error(
                .badEquipmentProfile, table.place(of: "eep"), "the EnOcean Equipment Profile `\(eep)` is not known",
                hint: Suggestion.hint(
                    for: eep, among: EquipmentProfile.names,
                    otherwise: "known: " + EquipmentProfile.names.joined(separator: ", ")))
        }
        return eep
    }
}
