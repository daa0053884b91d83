import LinuxSupport

/// Threads that compute as fast as they can, so that others are interrupted where they usually are not.
final class BusyLoad: Sendable {
    private let wakeUp = try? WakeUp()

    init(threads: Int = 4) {
        for _ in 0..<threads {
            _ = BackgroundThread.start(name: "busy") { [wakeUp] in
                guard let wakeUp else { return }
                var isOver = false
                while !isOver {
                    for _ in 0..<10_000 { _ = KernelClock.bootNanoseconds() }
                    isOver = (try? waitForInput([wakeUp.descriptor], timeout: .zero)[0]) ?? true
                }
            }
        }
    }

    func stop() { wakeUp?.signal() }
}
