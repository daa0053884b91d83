/// Kinds of data that may leave the home towards one contact while an alert concerns them.
package struct SharedData: OptionSet, Hashable, Codable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The resident's name.
    package static let name = SharedData(rawValue: 1 << 0)
    package static let address = SharedData(rawValue: 1 << 1)
    package static let room = SharedData(rawValue: 1 << 2)
    /// Key safe, codes, who has a key.
    package static let access = SharedData(rawValue: 1 << 3)
    /// The readings that led to the alert.
    package static let readings = SharedData(rawValue: 1 << 4)
    /// The alert's story, with who else was told.
    package static let story = SharedData(rawValue: 1 << 5)

    /// Enough to help: who, where and what; how to get in only where the plan says so.
    package static let standard: SharedData = [.name, .address, .room, .story]

    /// The words of the settings file, in the order in which they are documented.
    package static let names: [(String, SharedData)] = [
        ("name", .name), ("address", .address), ("room", .room),
        ("access", .access), ("readings", .readings), ("story", .story),
    ]
}
