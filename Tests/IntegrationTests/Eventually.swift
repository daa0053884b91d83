import DemoHome

/// How long a test waits for what must come: the machine may be busy with much else.
let patience = Duration.seconds(40)

/// Waits until there is something.
///
/// - Parameter expected: what is waited for, for the sentence of a failure.
/// - Throws: `HomeFailure` when the time is over.
@discardableResult
func eventually<Found>(
    _ expected: String, within limit: Duration = patience, _ look: () async throws -> Found?
) async throws -> Found {
    let deadline = ContinuousClock.now + limit
    while true {
        if let found = try await look() { return found }
        if ContinuousClock.now >= deadline { throw HomeFailure("Not seen within \(limit): \(expected)") }
        try await Task.sleep(for: .milliseconds(20), clock: .continuous)
    }
}

/// Waits until something is so.
func eventually(
    _ expected: String, within limit: Duration = patience, _ isSo: () async throws -> Bool
) async throws {
    try await eventually(expected, within: limit) { try await isSo() ? true : nil }
}
