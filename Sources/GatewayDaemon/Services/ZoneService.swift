internal import ServiceLifecycle

/// Looks once a day whether the law of the home's time zone is another by now.
struct ZoneService: Service {
    private let renew: @Sendable () async -> Void

    init(renew: @escaping @Sendable () async -> Void) {
        self.renew = renew
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: DaemonLimits.zoneInterval)) != nil { await renew() }
        }
    }
}
