import Crypto
package import GatewayCore

/// The topics and names by which a gateway and Home Assistant know each other.
package struct HomeAssistantTopics: Hashable, Sendable {
    /// Retained and by the broker's hand: "online", or anything else.
    package let availability: String
    package let state: String
    package let devices: String
    /// Where Home Assistant says that it has started.
    package let status: String
    /// "pullcord_flat-12": part of topics and of all unique ids.
    package let node: String
    /// Where all is announced in one message.
    package let deviceConfiguration: String
    private let prefix: String
    private let commands: String
    private let home: String

    package init(_ connection: HomeAssistantConnection) {
        availability = connection.ownTopic + "/status"
        state = connection.baseTopic + "/state"
        devices = connection.baseTopic + "/devices"
        commands = connection.baseTopic + "/command/"
        status = connection.statusTopic
        prefix = connection.prefix
        home = connection.home
        node = connection.node
        deviceConfiguration = connection.deviceTopic
    }

    /// Where one entity is announced.
    package func configuration(of entity: String, _ platform: String) -> String {
        "\(prefix)/\(platform)/\(node)/\(entity)/config"
    }

    /// The entity that a topic announces, and its platform; nil for any other topic.
    package func entity(announcedAt topic: String) -> (name: String, platform: String)? {
        let levels = topic.split(separator: "/", omittingEmptySubsequences: false)
        let depth = prefix.split(separator: "/", omittingEmptySubsequences: false).count
        guard levels.count == depth + 4, topic.hasPrefix(prefix + "/"), levels[depth + 1] == node,
            levels[depth + 3] == "config"
        else { return nil }
        return (String(levels[depth + 2]), String(levels[depth]))
    }

    package func command(_ command: HomeAssistantCommand) -> String { commands + command.rawValue }

    /// The command of a topic, whatever stands in its message.
    package func command(at topic: String) -> HomeAssistantCommand? {
        guard topic.hasPrefix(commands) else { return nil }
        return HomeAssistantCommand(rawValue: String(topic.dropFirst(commands.count)))
    }

    package func isCommand(_ topic: String) -> Bool { topic.hasPrefix(commands) }

    /// A name for a thing of the home that stays the same and says nothing: what people call a device often says
    /// whose it is.
    package func key(_ kind: String, _ id: String) -> String {
        let digest = SHA256.hash(data: Array("\(home)/\(kind)/\(id)".utf8)).prefix(AlarmProtocolLimits.keyBytes)
        return kind.prefix(1) + Hexadecimal.lowerCase(digest)
    }
}
