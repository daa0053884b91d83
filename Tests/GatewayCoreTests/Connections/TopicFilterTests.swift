import GatewayCore
import Testing

@Suite struct TopicFilterTests {
    @Test(arguments: [
        ("home/door", "home/door", true), ("home/door", "home/doors", false), ("home/+", "home/door", true),
        ("home/+", "home/door/state", false), ("home/#", "home/door/state", true), ("home/#", "home", true),
        ("home/#", "homes", false), ("#", "home/door", true), ("#", "$SYS/uptime", false),
        ("+/uptime", "$SYS/uptime", false), ("$SYS/#", "$SYS/uptime", true), ("+/+", "/door", true),
        ("+", "/door", false), ("home/+/state", "home//state", true), ("home", "home/", false),
    ])
    func `a filter matches as the standard says`(filter: String, topic: String, matches: Bool) {
        #expect(TopicFilter(filter).matches(topic) == matches)
        #expect(TopicFilterSet([filter]).matches(topic) == matches)
    }

    @Test(arguments: [
        (["a", "b"], [0, 1]), (["#", "a", "+/b", "$SYS/#"], [0, 3]), (["a/+", "a/b", "a/#", "a"], [2]),
        (["a", "a"], [0]), (["a/+", "a/#"], [1]), (["+/b", "a/+"], [0, 1]), (["a/b/c", "a/b"], [0, 1]), ([], []),
    ] as [([String], [Int])])
    func `a filter that another one covers needs no subscription`(filters: [String], kept: [Int]) {
        #expect(TopicFilter.uncovered(filters) == kept)
    }

    @Test func `a set without filters matches nothing`() {
        #expect(!TopicFilterSet([]).matches("home/door"))
    }
}
