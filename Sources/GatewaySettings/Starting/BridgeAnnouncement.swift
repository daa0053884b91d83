internal import Foundation

/// Zigbee2MQTT's retained list of its devices, `<base topic>/bridge/devices`.
///
/// Whoever may write to the broker may have written it: what has not the expected form is left out and counted.
package struct BridgeAnnouncement: Hashable, Sendable {
    package var devices: [AnnouncedDevice] = []
    /// Entries that were left out: of another form, or with a name that cannot be part of a topic.
    package var refused = 0

    package init(devices: [AnnouncedDevice]) {
        self.devices = devices
    }

    /// Nil when it is no list of devices at all.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= StartingLimits.announcementBytes,
            bytes.first(where: { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }) == UInt8(ascii: "["),
            let list = try? JSONDecoder().decode(List.self, from: Foundation.Data(bytes))
        else { return nil }
        refused = list.unread
        var names: Set<String> = []
        for entry in list.entries {
            guard let device = entry.device, !entry.isCoordinator else {
                if !entry.isCoordinator { refused += 1 }
                continue
            }
            guard devices.count < StartingLimits.devices, Self.isName(device.friendlyName),
                names.insert(device.friendlyName).inserted
            else {
                refused += 1
                continue
            }
            devices.append(device)
        }
    }

    /// What can stand between the base topic and `/availability`: no wildcards, nothing unseen, and none of the
    /// bridge's own topics.
    static func isName(_ name: String) -> Bool {
        let levels = name.split(separator: "/", omittingEmptySubsequences: false)
        guard name.unicodeScalars.count <= SettingsLimits.topicLength / 2, !levels.contains(""), levels[0] != "bridge",
            !["set", "get", "availability"].contains(levels[levels.count - 1])
        else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            scalar != "+" && scalar != "#" && SettingsText.canHold(scalar)
        }
    }

    /// Whether a topic can be the one below which a bridge speaks. The gateway's own topics begin with `pullcord`,
    /// and may not lie within a bridge's.
    package static func canBeBase(_ topic: String) -> Bool {
        isName(topic) && topic.split(separator: "/")[0] != "pullcord"
            && topic.unicodeScalars.count <= SettingsLimits.topicLength / 4
    }

    /// The first elements of the list. Whoever fills it up with nothings fills no memory.
    private struct List: Decodable {
        var entries: [Entry] = []
        var unread = 0

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            while !container.isAtEnd, entries.count < StartingLimits.entries {
                entries.append(try container.decode(Entry.self))
            }
            if let count = container.count { unread = count - entries.count }
        }
    }

    /// One element of the list. Decoding never fails: one that is wrong must not hide the others.
    private struct Entry: Decodable {
        var device: AnnouncedDevice?
        var isCoordinator = false

        private enum Keys: String, CodingKey {
            case type, definition
            case friendlyName = "friendly_name"
            case modelID = "model_id"
        }

        private enum DefinitionKeys: String, CodingKey {
            case model, vendor, description, exposes
        }

        init(from decoder: any Decoder) throws {
            guard let entry = try? decoder.container(keyedBy: Keys.self) else { return }
            isCoordinator = (try? entry.decode(String.self, forKey: .type)) == "Coordinator"
            guard let name = try? entry.decode(String.self, forKey: .friendlyName) else { return }
            var device = AnnouncedDevice(friendlyName: name)
            device.modelID = text(entry, .modelID)
            if let definition = try? entry.nestedContainer(keyedBy: DefinitionKeys.self, forKey: .definition) {
                device.model = text(definition, .model)
                device.vendor = text(definition, .vendor)
                device.description = text(definition, .description)
                let exposes = (try? definition.decode([Feature].self, forKey: .exposes)) ?? []
                var seen: Set<String> = []
                let properties = exposes.flatMap(\.properties).filter { seen.insert($0).inserted }
                device.properties = Array(properties.prefix(StartingLimits.properties))
            }
            self.device = device
        }

        private func text<Key>(_ container: KeyedDecodingContainer<Key>, _ key: Key) -> String? {
            guard let text = try? container.decode(String.self, forKey: key), !text.isEmpty else { return nil }
            return String(String.UnicodeScalarView(text.unicodeScalars.prefix(StartingLimits.textLength)))
        }
    }

    /// What a device tells, or a group of such, as a light is one.
    private struct Feature: Decodable {
        var properties: [String] = []

        private enum Keys: String, CodingKey {
            case property, features
        }

        init(from decoder: any Decoder) throws {
            guard decoder.codingPath.count < 4 + 2 * StartingLimits.featureDepth,
                let feature = try? decoder.container(keyedBy: Keys.self)
            else { return }
            if let property = try? feature.decode(String.self, forKey: .property), property.utf8.count <= 64 {
                properties.append(property)
            }
            let inner = (try? feature.decode([Feature].self, forKey: .features)) ?? []
            properties += inner.flatMap(\.properties).prefix(StartingLimits.properties)
        }
    }
}
