/// A map of the language. Each stored property that is a `Setting`, or a list of them, is a key of it: only what is
/// declared there can be read, and the same declaration is what schema and documentation show.
protocol Shape: Sendable {
    var about: ShapeHeading { get }
}
