import ArgumentParser
import GatewayDaemon
import LinuxSupport

/// How to reach the running gateway.
struct ControlOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The running gateway's control socket.", valueName: "path"))
    var socket: String = "/run/pullcord/control.sock"

    @Flag(help: "Print JSON.")
    var json = false

    /// Asks, and ends the command where the gateway does not answer or refuses.
    func ask(_ request: ControlRequest) throws -> ControlResponse {
        let response: ControlResponse
        do {
            response = try ControlClient(path: socket).ask(request)
        } catch let error as SystemError {
            Output.complain("The gateway does not answer at \(socket): \(error). Is it running?")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.peerUnavailable.rawValue)
        }
        if case .refused(let reason) = response {
            Output.complain(reason)
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue)
        }
        return response
    }

    /// Asks for something that is answered by one sentence, and prints it.
    func tell(_ request: ControlRequest) throws {
        guard case .done(let sentence) = try ask(request) else { return }
        if json { try Output.json(["done": sentence]) } else { Output.line(sentence) }
    }
}
