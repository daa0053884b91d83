/// The scenarios of one text.
package struct ScenarioFile: Sendable {
    package struct Entry: Sendable {
        package var scenario: Scenario
        /// Where it begins, from 1.
        package var line: Int
        /// Where each of its expectations stands.
        package var expectationLines: [Int]
    }

    package var entries: [Entry]
}
