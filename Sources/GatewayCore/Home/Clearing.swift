/// A state of which its device never says that it ended.
package struct Clearing: Hashable, Codable, Sendable {
    /// A state.
    package var capability: Capability
    /// After this time without being told again it is taken for ended.
    package var after: Duration

    package init(capability: Capability, after: Duration) {
        precondition(capability.kind == .state, "Only a state ends.")
        self.capability = capability
        self.after = after
    }
}
