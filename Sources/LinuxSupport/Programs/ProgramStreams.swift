/// What a program finds as its standard streams: descriptors of ours, which it gets copies of.
///
/// Nil is `/dev/null`. It gets no other descriptor of this process.
package struct ProgramStreams: Sendable {
    package var input: Int32?
    package var output: Int32?
    package var error: Int32?

    package init(input: Int32? = nil, output: Int32? = nil, error: Int32? = nil) {
        self.input = input
        self.output = output
        self.error = error
    }
}
