import GatewayCore

/// Tells copies of one event from two events.
struct PressMemory: Sendable {
    private struct Press {
        var capability: Capability
        var boot: BootTime
        var reported: WallTime?
    }

    private var presses: [Press] = []

    /// Takes an event that is about to be told.
    ///
    /// A copy does not prolong the time in which copies count as one: somebody who presses and presses is heard
    /// again and again.
    ///
    /// - Parameters:
    ///   - reported: the device's own time of it. Two presses that waited in the broker arrive together; their
    ///     own times tell them apart.
    ///   - within: the profile's `repeatWithin`.
    /// - Returns: whether it is a new one.
    mutating func take(_ capability: Capability, at boot: BootTime, reported: WallTime?, within: Duration) -> Bool {
        let press = Press(capability: capability, boot: boot, reported: reported)
        guard let index = presses.firstIndex(where: { $0.capability == capability }) else {
            presses.append(press)
            return true
        }
        let known = presses[index]
        var isCopy = magnitude(boot - known.boot) < within
        if isCopy, let reported, let before = known.reported, magnitude(reported - before) >= within {
            isCopy = false
        }
        if !isCopy { presses[index] = press }
        return !isCopy
    }

    private func magnitude(_ duration: Duration) -> Duration {
        duration < .zero ? .zero - duration : duration
    }
}
