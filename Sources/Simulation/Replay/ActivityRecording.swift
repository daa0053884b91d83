/// A recording of activity in homes, and what of it could not be read.
package struct ActivityRecording: Hashable, Sendable {
    package struct Problem: Hashable, Sendable {
        /// Counted from 1, the head line included.
        package var line: Int
        package var text: String
    }

    /// In the order in which they were first met.
    package internal(set) var homes: [ActivityHome] = []
    /// The first `ReplayLimits.problems` bad lines.
    package internal(set) var problems: [Problem] = []
    package internal(set) var badLines = 0
    package internal(set) var lines = 0

    mutating func note(_ text: String, line: Int) {
        badLines += 1
        if problems.count < ReplayLimits.problems { problems.append(Problem(line: line, text: text)) }
    }
}

/// Why a recording cannot be read at all.
package struct ActivityRecordingError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}
