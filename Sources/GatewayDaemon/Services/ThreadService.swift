internal import ServiceLifecycle

/// A part of the gateway that runs on threads of its own, as a service with a beginning and an end.
struct ThreadService: Service {
    private let start: @Sendable () throws -> Void
    private let stop: @Sendable () async -> Void

    init(start: @escaping @Sendable () throws -> Void, stop: @escaping @Sendable () async -> Void) {
        self.start = start
        self.stop = stop
    }

    func run() async throws {
        try start()
        try? await gracefulShutdown()
        await stop()
    }
}
