/// What a map is for.
struct ShapeHeading: Sendable {
    /// What one such map is called, unlike every other: "rung".
    var name: String
    /// A sentence or two for the documentation.
    var summary: String
    /// Settings of which exactly one stands there.
    var exactlyOne: [String]
    /// Settings of which at least one stands there.
    var atLeastOne: [String]

    init(_ name: String, _ summary: String, exactlyOne: [String] = [], atLeastOne: [String] = []) {
        self.name = name
        self.summary = summary
        self.exactlyOne = exactlyOne
        self.atLeastOne = atLeastOne
    }
}
