internal import GatewayCore

/// What must be known of a rule before anything else of it can be read.
struct RuleHead: Shape {
    let about = ShapeHeading("rule head", "A rule whose kind is not known yet.")
    let kind: Setting<String?>

    /// - Parameter names: the kinds that there are.
    init(_ names: [String]) {
        kind = RuleShape.kind(names)
    }
}
