/// One EnOcean Equipment Profile (EEP): what the bits of a device's telegrams mean.
///
/// The device does not say which it has, but in some teach-in telegrams: the installer does.
package struct EquipmentProfile: Sendable {
    /// Where a telegram says which of the profile's messages it is.
    enum Selector: Sendable {
        case bits(offset: Int, size: Int)
        /// The low half of the last byte.
        case lastNibble
    }

    struct Message: Sendable {
        /// By which direction, or command, it is told from the profile's others; nil where it is the only one.
        var number: Int?
        var fields: [EEPField]
    }

    /// "F6-02-01": RORG, function and type in hexadecimal.
    package let name: String
    package let title: String
    let selector: Selector?
    /// With a selector by command; else by direction, 1 from the device.
    let messages: [Message]

    init(_ name: String, _ title: String, _ fields: [EEPField]) {
        self.init(name, title, selector: nil, [Message(number: nil, fields: fields)])
    }

    init(_ name: String, _ title: String, selector: Selector?, _ messages: [Message]) {
        self.name = name
        self.title = title
        self.selector = selector
        self.messages = messages
    }

    /// The telegram's kind for which it is.
    package var rorg: UInt8 {
        UInt8(name.prefix(2), radix: 16) ?? 0
    }

    /// - Parameter text: "A5-20-01", in any case; of a profile with two directions "A5-20-01:2" is the second.
    package static func find(_ text: String) -> (profile: EquipmentProfile, direction: Int?)? {
        let parts = text.uppercased().split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, let profile = byName[String(name)] else { return nil }
        let directions = profile.selector == nil ? profile.messages.compactMap(\.number) : []
        guard parts.count == 2 else { return (profile, directions.first) }
        guard let direction = Int(parts[1]), directions.contains(direction) else { return nil }
        return (profile, direction)
    }

    /// Every name that is known, in order.
    package static let names = all.map(\.name)

    private static let all =
        (switches + temperatures + climate + lightAndMotion + combined + controllers + actuators)
        .sorted { $0.name < $1.name }
    private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// The fields of one telegram; none where it is a message that the profile does not know.
    func fields(in data: [UInt8], direction: Int?) -> [EEPField] {
        let number: Int?
        switch selector {
        case .bits(let offset, let size):
            number = EEPField.number(ofBits: offset..<offset + size, in: data)
        case .lastNibble: number = data.last.map { Int($0 & 0x0F) }
        case nil: number = direction ?? messages.first?.number
        }
        return messages.first { $0.number == number }?.fields ?? []
    }
}
