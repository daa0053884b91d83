internal import DeviceProtocols
internal import GatewayCore

// By what the devices at the serial ports of texts, meters and oximeters are known.
extension SettingsBuilder {
    /// In lower case, as their streams name the senders.
    func lineAddress(_ table: Table<DeviceShape>, _ dialect: Dialect) -> String? {
        switch dialect {
        case .dsmr where !table.has("address"): return "meter"
        case .cms50 where !table.has("address"): return "oximeter"
        default: break
        }
        let hint = Self.addressHint(dialect)
        table.pairs.demand("address", hint: hint)
        guard let text = table.address?.lowercased() else { return nil }
        guard Self.isAddress(text, dialect) else {
            reading.log.error(
                .notARadioAddress, table.place(of: "address"),
                "`\(text)` is not the address of a device that speaks \(dialect.rawValue)", hint: hint)
            return nil
        }
        return text
    }

    private static func addressHint(_ dialect: Dialect) -> String {
        switch dialect {
        case .mysensors: "the number of its node, such as `12`, or of node and child, `12:1`"
        case .rflink: "protocol and id, `newkaku:cac142`, and the switch where it has several, `newkaku:cac142:1`"
        case .dsmr: "the number of the meter, or nothing where a port has one"
        case .cms50: "`oximeter`, or nothing"
        default: "what stands as `device` in its lines"
        }
    }

    private static func isAddress(_ text: String, _ dialect: Dialect) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        switch dialect {
        case .mysensors:
            let numbers = parts.map { $0.utf8.count <= 3 && $0 == String(Int($0) ?? -1) ? Int($0) ?? 255 : 255 }
            return (1...2).contains(numbers.count) && numbers.allSatisfy { (0...254).contains($0) }
        case .rflink: return (2...3).contains(parts.count) && parts.allSatisfy { !$0.isEmpty }
        case .cms50: return text == "oximeter"
        default: return !text.isEmpty
        }
    }
}
