package import GatewayCore

/// That a path went down or came up again in the past.
package struct ReplayedPath: Hashable, Sendable {
    package var path: Path
    package var state: PathState
    package var at: WallTime

    package init(_ path: Path, _ state: PathState, at time: WallTime) {
        self.path = path
        self.state = state
        at = time
    }
}
