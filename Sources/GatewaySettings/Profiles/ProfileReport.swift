internal import DeviceProtocols
internal import GatewayCore

/// What a profile's own samples gave, for people.
package struct ProfileReport {
    /// What is wrong with the file itself.
    package let problems: [Problem]
    private let profile: DeviceProfile?
    private let outcomes: [SampleOutcome]

    /// - Parameter path: of a profile, which need not belong to a home.
    package init(file path: String, files: any SettingsFiles = DiskFiles()) {
        (profile, problems) = ProfileReader.read(file: path, files: files)
        outcomes = profile.map(ProfileSamples.outcomes) ?? []
    }

    /// Whether the file is a profile.
    package var isReadable: Bool { profile != nil }

    /// Samples that gave something else than they should.
    package var failed: Int { outcomes.count { !$0.differences.isEmpty } }

    package func lines(onlyFailures: Bool = false) -> [String] {
        guard let profile, !onlyFailures || failed > 0 else { return [] }
        let verdict = failed == 0 ? "all as they should be" : "\(failed) not as they should be"
        var lines = ["\(profile.id): \(outcomes.count) samples, \(verdict)"]
        for outcome in outcomes where !onlyFailures || !outcome.differences.isEmpty {
            let told = outcome.readings.map { "\($0.capability.rawValue) \(ProfileSamples.words($0.value))" }
            let mark = outcome.differences.isEmpty ? "✓" : "✗"
            lines.append(
                "  \(mark) sample \(outcome.number): " + (told.isEmpty ? "nothing" : told.joined(separator: ", ")))
            lines += outcome.differences.map { "      It \($0)" }
            if !outcome.unmapped.isEmpty {
                lines.append("      No field explains " + outcome.unmapped.joined(separator: ", ") + ".")
            }
        }
        return lines
    }
}
