import GatewayCore

/// Knows, for each device, the picture that the engine has and the one that a restore would give, so that
/// a device row is written only where the history does not already say the same.
struct DevicePictures {
    /// What the engine put last; a device it never put is as its readings make it.
    private var put: [DeviceID: DeviceState] = [:]
    /// What rows and history give, everything pending included.
    private var replayed: [DeviceID: DeviceState] = [:]
    /// Devices with a put or a reading since the last commit.
    private(set) var touched: Set<DeviceID> = []
    /// Devices whose row is older than their picture.
    private var behind: Set<DeviceID> = []

    init() {}

    /// As restored: both pictures are the same.
    init(restored states: [DeviceState], behind: Set<DeviceID>) {
        for state in states {
            put[state.device] = state
            replayed[state.device] = state
        }
        self.behind = behind
    }

    mutating func take(_ reading: Reading) {
        replayed[reading.device, default: DeviceState(device: reading.device)].take(reading)
        touched.insert(reading.device)
    }

    mutating func take(_ state: DeviceState) {
        put[state.device] = state
        touched.insert(state.device)
    }

    /// Forgets what the history would have said: it was lost before it was written.
    mutating func forgetReplay() {
        for device in put.keys { touched.insert(device) }
        replayed.removeAll()
    }

    /// The pictures that need a row in this commit: those that a replay would not give, and with `all`
    /// every one whose row is old.
    func rows(all: Bool) -> [DeviceState] {
        var wanted = touched.filter { device in
            guard let put = put[device] else { return false }
            return replayed[device] != put
        }
        if all { wanted.formUnion(touched.union(behind)) }
        return wanted.sorted().compactMap { put[$0] ?? replayed[$0] }
    }

    /// The commit is on disk.
    mutating func committed(_ rows: [DeviceState], all: Bool) {
        behind.formUnion(touched)
        for state in rows {
            // Shares the engine's storage from here on.
            replayed[state.device] = state
            behind.remove(state.device)
        }
        if all { behind.removeAll() }
        touched.removeAll(keepingCapacity: true)
    }
}
