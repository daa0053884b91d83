/// A BLE-to-MQTT box for measuring instruments, as real messages show it: one topic for all, the instrument
/// in `data.ble_mac`, the measurement in `data.value`.
///
/// Members about the person (`nameTH`, `citiz` and so on) are never read.
enum VitalsGatewayStatements {
    private static let quantities: [String: NamedQuantity] = [
        "blood_glucose": .number("blood_glucose", "mg/dL"),
        "weight": .number("weight", "kg"),
        "Temp": .number("body_temperature", "Cel"),
        "spo2": .number("spo2", "%"),
        "pulse": .number("heart_rate", "/min"),
    ]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        list.device = message["mac"]?.text
        switch message["type"]?.text {
        case "HB_Msg":
            let words = ["Online": true, "Offline": false]
            list.available(message["data"]?["msg"]?.text.flatMap { words[$0] }, bridge: true)
        case "reportAttribute":
            guard let data = message["data"], let value = data["value"] else { return }
            list.device = data["ble_mac"]?.text ?? list.device
            for member in value.members { quantities[member.name]?.state(member.value, into: &list) }
            bloodPressure(value, into: &list)
        default: return
        }
    }

    /// One measurement: without both pressures there is none.
    private static func bloodPressure(_ value: DecodedValue, into list: inout StatementList) {
        guard let systolic = value["bp_high"]?.numeral, let diastolic = value["bp_low"]?.numeral else { return }
        var members: [DecodedValue.Member] = [.init("systolic", systolic), .init("diastolic", diastolic)]
        if let pulse = value["pr"]?.numeral { members.append(.init("pulse", pulse)) }
        list.add(Statement("blood_pressure", .object(members), unit: "mm[Hg]", kind: .number))
    }
}
