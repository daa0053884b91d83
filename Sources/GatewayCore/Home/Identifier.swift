/// A name that an installer gave a thing: lower-case letters, digits, `-`, `_`, `.` and `/`.
///
/// The tag keeps a device's name from being used where a contact's is meant.
package struct Identifier<Tag>: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package var name: String

    package init(_ name: String) {
        self.name = name
    }

    package static func < (left: Self, right: Self) -> Bool { left.name < right.name }

    package var description: String { name }

    package init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

package typealias ResidentID = Identifier<Resident>
package typealias RoomID = Identifier<Room>
package typealias DeviceID = Identifier<Device>
package typealias BridgeID = Identifier<Bridge>
package typealias ContactID = Identifier<Contact>
package typealias ChannelID = Identifier<Channel>
package typealias EscalationID = Identifier<Escalation>
package typealias OutputID = Identifier<Output>
package typealias IntakeID = Identifier<Intake>
package typealias VisitorID = Identifier<Visitor>
package typealias RuleID = Identifier<RuleCommon>
