import ArgumentParser
import GatewayCore
import GatewayDaemon
import GatewaySettings
import HomePages
import LinuxSupport
import Logging

struct Desk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a responder desk: a page that receives alerts and lets a person take and close them.",
        discussion: """
            For small schemes and for trying things out. It keeps alerts in memory; the gateway's ledger is the \
            record.
            """
    )

    @Option(help: ArgumentHelp("Where the page listens.", valueName: "host:port"))
    var listen: String = "127.0.0.1:8480"

    @Option(
        name: .customLong("secret-file"),
        help: ArgumentHelp("A file with the webhook's secret, `whsec_…`; may be given twice.", valueName: "file"))
    var secretFiles: [String]

    @Option(help: ArgumentHelp("Whose desk it is.", valueName: "name"))
    var contact: String = "Responder"

    @Option(help: ArgumentHelp("The time zone in which times are shown.", valueName: "zone"))
    var zone: String = "UTC"

    func run() async throws {
        LoggingSystem.bootstrap { JournalLogHandler(label: $0) }
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw ValidationError("`\(listen)` is no host and port.") }
        guard let zone = SystemZones.table(named: zone) else {
            throw ValidationError("`\(zone)` is no time zone of this machine.")
        }
        let secrets = try secretFiles.map { try secret(in: $0) }
        let configuration = ResponderDeskConfiguration(
            listen: HomePages.ListenAddress(host: String(listen[..<colon]), port: port), secrets: secrets,
            contact: contact, zone: zone)
        let desk = try ResponderDesk(
            configuration: configuration, clock: { SystemClock.wallTime() }, logger: Logger(label: "desk"))
        let host = listen[..<colon]
        try await desk.run { port in Output.line("The desk is at http://\(host):\(port)/") }
    }

    private func secret(in file: String) throws -> Secret {
        do {
            let content = try DiskFiles().read(file, atMost: 1_024)
            let text = String(decoding: content.bytes, as: UTF8.self)
            return Secret(String(text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }))
        } catch {
            throw ValidationError("\(file) \(error.reason).")
        }
    }
}
