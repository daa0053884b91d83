/// What else must stand in a message for a field to be meant: `where: {path: /component, equals: "input:0"}`.
package struct FieldGuard: Hashable, Sendable {
    /// A JSON pointer, or a decoded frame's field.
    package var path: String
    /// One of these.
    package var equals: [ProfileField.Literal]

    package init(path: String, equals: [ProfileField.Literal]) {
        self.path = path
        self.equals = equals
    }
}
