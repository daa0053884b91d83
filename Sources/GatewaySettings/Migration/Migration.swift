/// One step from a version of the settings language to the next: what changes, at which places of the text.
///
/// Everything that it does not name stays as it was written, comments and layout included.
package struct Migration: Sendable {
    /// The version it starts from; it leads to the next.
    package var from: Int
    package var edits: [Edit]

    package init(from: Int, edits: [Edit]) {
        self.from = from
        self.edits = edits
    }

    /// One change at all places that its path names.
    package struct Edit: Sendable {
        package enum Change: Sendable {
            /// The key is called otherwise.
            case rename(String)
            /// The value is written otherwise; nil for one that only a person can say otherwise.
            case rewrite(@Sendable (String) -> String?)
            /// Nothing that could be done without a person, who is told this sentence.
            case remark(String)
        }

        /// Keys from the top of the settings, by the names of the version it starts from. `*` is any key, and any
        /// item of a list: `["devices", "*", "timeout"]`.
        package var path: [String]
        package var change: Change

        package init(_ path: [String], _ change: Change) {
            self.path = path
            self.change = change
        }
    }

    /// Those of this release, one for each version that was. There has been none before 1.
    package static let shipped: [Migration] = []
}
