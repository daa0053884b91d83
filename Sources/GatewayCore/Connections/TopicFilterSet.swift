/// Several topic filters; those without wildcards are looked up, not compared.
package struct TopicFilterSet: Sendable {
    private var plain: Set<String> = []
    private var wild: [TopicFilter] = []

    package init(_ filters: [String]) {
        for filter in filters {
            if filter.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }) {
                wild.append(TopicFilter(filter))
            } else {
                plain.insert(filter)
            }
        }
    }

    package func matches(_ topic: String) -> Bool {
        plain.contains(topic) || wild.contains { $0.matches(topic) }
    }
}
