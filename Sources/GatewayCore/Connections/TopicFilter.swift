/// A topic filter with its wildcards (MQTT 5.0, 4.7).
package struct TopicFilter: Sendable {
    private let levels: [Substring]

    package init(_ filter: String) {
        levels = filter.split(separator: "/", omittingEmptySubsequences: false)
    }

    package func matches(_ topic: String) -> Bool {
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

    /// Whether every topic the other filter matches is matched by this one.
    package func covers(_ other: TopicFilter) -> Bool {
        if other.levels.first?.first == "$", let first = levels.first, first == "+" || first == "#" { return false }
        var rest = other.levels[...]
        for level in levels {
            if level == "#" { return true }
            guard let part = rest.popFirst(), part != "#", level == "+" || level == part else { return false }
        }
        return rest.isEmpty
    }

    /// The indices of those filters that no other one covers; of equal ones the first.
    package static func uncovered(_ filters: [String]) -> [Int] {
        let parsed = filters.map(TopicFilter.init)
        let wild = filters.indices.filter { filters[$0].contains("+") || filters[$0].contains("#") }
        var seen: Set<String> = []
        return filters.indices.filter { index in
            guard seen.insert(filters[index]).inserted else { return false }
            return !wild.contains { filters[$0] != filters[index] && parsed[$0].covers(parsed[index]) }
        }
    }
}
