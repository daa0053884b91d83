internal import Synchronization

/// Hears what the gateway speaks: the lines that its voice adds to a file.
final class VoiceWatch: Sendable {
    private let settings: HomeSettings
    private let log: SightingLog
    private let child = Mutex<HomeProgram?>(nil)

    init(_ settings: HomeSettings, log: SightingLog) {
        self.settings = settings
        self.log = log
    }

    func start() async throws {
        let started = try await HomeProgram.start(
            "tail", ProjectFolder.installed("tail"),
            ["-n", "+1", "-f", settings.addresses.folder.file("spoken")]
        ) { [log] line in log.add(.said(line)) }
        child.withLock { $0 = started }
    }

    func stop() async {
        await child.withLock { $0.take() }?.kill()
    }
}
