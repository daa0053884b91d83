/// The names of a section's things, in the order in which they stand.
struct Names: ExpressibleByArrayLiteral {
    private(set) var ordered: [String] = []
    private var members: Set<String> = []

    init(_ names: [String]) {
        insert(contentsOf: names)
    }

    init(arrayLiteral elements: String...) {
        self.init(elements)
    }

    mutating func insert(_ name: String) {
        if members.insert(name).inserted { ordered.append(name) }
    }

    mutating func insert(contentsOf names: [String]) {
        for name in names { insert(name) }
    }

    func contains(_ name: String) -> Bool { members.contains(name) }
    var count: Int { ordered.count }
    var isEmpty: Bool { ordered.isEmpty }
}
