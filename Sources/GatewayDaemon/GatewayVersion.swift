/// What this build calls itself.
package enum GatewayVersion {
    /// Semantic Versioning 2.0.0.
    package static let text = "0.1.0"
}
