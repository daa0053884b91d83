internal import Foundation
internal import Synchronization

/// A receiving centre: the independent DC-09 receiver pysiaalarm.
package final class CentreReceiver: Sendable {
    package let settings: HomeSettings
    private let log: SightingLog
    private let child = Mutex<HomeProgram?>(nil)

    init(_ settings: HomeSettings, log: SightingLog) {
        self.settings = settings
        self.log = log
    }

    package var isRunning: Bool { child.withLock { $0 }?.isRunning ?? false }

    /// Runs the receiver and returns when it listens.
    package func start() async throws {
        let mark = log.mark
        let addresses = settings.addresses
        let file = addresses.folder.file("centre.log")
        let started = try await HomeProgram.start(
            "centre", ProjectFolder.python(),
            [ProjectFolder.centreReceiver, "\(addresses.centrePort)", addresses.account]
                + (settings.setup.encryptsToCentre ? [addresses.centreKey] : []),
            log: file
        ) { [log] line in
            if line.contains("\"ready\"") { return log.add(.program("centre", ended: nil)) }
            guard let event = try? JSONDecoder().decode(CentreEvent.self, from: Foundation.Data(line.utf8)) else {
                return
            }
            log.add(.centre(event))
        }
        child.withLock { $0 = started }
        try await log.program("centre", started, since: mark, logFile: file)
    }

    package func stop() async {
        guard let running = child.withLock({ $0.take() }) else { return }
        log.add(.program("centre", ended: await running.stop()))
    }

    /// All that it has taken so far, restarts included.
    package var events: [CentreEvent] {
        log.all.compactMap { if case .centre(let event) = $0.what { event } else { nil } }
    }

    /// The first event that fits.
    package func waitForEvent(
        _ expected: String = "an event at the centre", since mark: Int = 0, within limit: Duration = DemoLimits.wait,
        where fits: @escaping @Sendable (CentreEvent) -> Bool
    ) async throws -> CentreEvent {
        let sighting = try await log.first(expected, since: mark, within: limit) { sighting in
            if case .centre(let event) = sighting.what { fits(event) } else { false }
        }
        guard case .centre(let event) = sighting.what else { throw HomeFailure("Not seen: \(expected)") }
        return event
    }
}
