/// A topic filter with its wildcards (MQTT 5.0, 4.7).
struct TopicFilter {
    private let levels: [Substring]

    init(_ filter: String) {
        levels = filter.split(separator: "/", omittingEmptySubsequences: false)
    }

    func matches(_ topic: String) -> Bool {
        // A wildcard in the first level does not match the broker's own topics (4.7.2).
        if topic.utf8.first == UInt8(ascii: "$"), let first = levels.first, first == "+" || first == "#" {
            return false
        }
        var rest = topic.split(separator: "/", omittingEmptySubsequences: false)[...]
        for level in levels {
            // "a/#" matches "a" as well (4.7.1.2), so this comes before the check for an end.
            if level == "#" { return true }
            guard let part = rest.popFirst() else { return false }
            guard level == "+" || level == part else { return false }
        }
        return rest.isEmpty
    }
}

/// Several topic filters; those without wildcards are looked up, not compared.
struct TopicFilterSet {
    private var plain: Set<String> = []
    private var wild: [TopicFilter] = []

    init(_ filters: [String]) {
        for filter in filters {
            if filter.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }) {
                wild.append(TopicFilter(filter))
            } else {
                plain.insert(filter)
            }
        }
    }

    func matches(_ topic: String) -> Bool {
        plain.contains(topic) || wild.contains { $0.matches(topic) }
    }
}
