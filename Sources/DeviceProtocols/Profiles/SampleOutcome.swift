package import GatewayCore

/// What one sample of a profile gave.
package struct SampleOutcome: Hashable, Sendable {
    /// From 1.
    package var number: Int
    /// What it told, whether or not it should.
    package var readings: [Reading] = []
    /// Where values stand that no field explains.
    package var unmapped: [String] = []
    /// What differs from the profile, each as the end of a sentence that begins with the sample: "does not give …".
    package var differences: [String] = []
}
