import ArgumentParser
import DemoHome
import Glibc
import LinuxSupport
import UnixSignals

/// The demonstration: a home on this machine in which a call for help can be watched on its way.
@main
struct PullcordDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pullcord-demo",
        abstract: "Watch a call for help travel for real, in a home made for it on this machine.",
        discussion: """
            Everything runs on loopback in one temporary folder, which is gone afterwards (PULLCORD_KEEP=1 keeps \
            it): a mosquitto, the gateway, a responder desk, a DC-09 receiver, and the devices of docs/examples/flat.
            """
    )

    @Flag(help: "Play by itself, print what happened with the times taken, and end.")
    var once = false

    @Flag(help: "Do not speak aloud.")
    var silent = false

    func run() async throws {
        ProcessSignals.ignoreBrokenPipes()
        guard once || Terminal.isInteractive else {
            Printed.complain("There is no terminal to press keys in: use --once (make demo ONCE=1).")
            throw ExitCode(Ending.usage)
        }
        let code = try await endingInOrder { once ? await OncePlay.run() : await KeyPlay.run(aloud: !silent) }
        if code != 0 { throw ExitCode(code) }
    }

    /// Cancels the body when a signal asks for the end, so that it still cleans up.
    private func endingInOrder(_ body: @escaping @Sendable () async -> Int32) async throws -> Int32 {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
        return await withTaskGroup(of: Int32?.self) { group in
            group.addTask { await body() }
            group.addTask {
                for await _ in signals { return nil }
                return nil
            }
            let first = await group.next()
            group.cancelAll()
            guard case .some(nil) = first else { return (first ?? nil) ?? Ending.failure }
            _ = await group.next()
            return Ending.interrupted
        }
    }
}

/// How the demonstration ends, as the process's exit code.
enum Ending {
    static let failure: Int32 = 1
    static let usage: Int32 = 64
    /// 128 and SIGINT's number, as shells have it.
    static let interrupted: Int32 = 130
}
