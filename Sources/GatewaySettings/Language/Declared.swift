/// A shape with its note, made once and used for every map that has it.
struct Declared<S: Shape>: Sendable {
    let shape: S
    let note: ShapeNote

    init(_ shape: S) {
        self.shape = shape
        note = ShapeNote(shape)
    }
}
