internal import ServiceLifecycle
internal import UnixSignals

/// Reads the settings again on SIGHUP.
struct SignalService: Service {
    private let reload: @Sendable () async -> Void

    init(reload: @escaping @Sendable () async -> Void) {
        self.reload = reload
    }

    func run() async throws {
        await withGracefulShutdownHandler {
            let signals = await UnixSignalsSequence(trapping: .sighup)
            for await _ in signals.cancelOnGracefulShutdown() { await reload() }
        } onGracefulShutdown: {
        }
    }
}
