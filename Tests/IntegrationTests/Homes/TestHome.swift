import DemoHome
import Foundation
import GatewayCore
import GatewayDaemon
import GatewayTesting

/// A running home of a test: real broker, the built gateway, and two responders.
struct TestHome: Sendable {
    let home: VirtualHome
    let flat: TestFlat
    /// Who is told over the channel `desk`, and over `second`.
    let anna: Responder
    let bert: Responder

    var gateway: RunningGateway { home.gateway }
    var folder: HomeFolder { home.folder }

    // MARK: - In the home

    func press(_ device: String = "pendant") async throws {
        let action = device == "pendant" ? "emergency" : "single"
        try await home.zigbee.publish(device, #"{"action":"\#(action)","linkquality":90}"#)
    }

    /// What the lamp was told since a mark of the home's log.
    func lamp(
        shows stage: String, since mark: Int = 0, within limit: Duration = patience
    ) async throws -> Sighting {
        try await home.log.first("the lamp to show \(stage)", since: mark, within: limit) { sighting in
            guard case .published(TestFlat.lampTopic, stage, _) = sighting.what else { return false }
            return true
        }
    }

    // MARK: - At the gateway

    /// The open alert of a kind, once there is one.
    func alert(_ kind: AlertKind, within limit: Duration = patience) async throws -> Alert {
        try await eventually("an open alert of \(kind.rawValue)", within: limit) {
            try await gateway.alerts().first { $0.kind == kind && $0.isOpen }
        }
    }

    func alert(_ id: AlertID) async throws -> Alert {
        guard let alert = try await gateway.alerts().first(where: { $0.id == id }) else {
            throw HomeFailure("There is no alert \(id).")
        }
        return alert
    }

    func waitUntil(_ id: AlertID, is state: String, within limit: Duration = patience) async throws {
        try await eventually("\(id) to be \(state)", within: limit) { try await alert(id).state.name == state }
    }

    /// Waits until the gateway hears the broker and the ports, and nothing that it needs is down.
    func waitUntilWell(within limit: Duration = patience) async throws {
        try await eventually("all paths to be up", within: limit) {
            let status = try await gateway.status()
            return status.downPaths.isEmpty && status.connected.count == flat.intakes.count + 1
        }
    }

    // MARK: - By the command

    /// Runs the built command.
    func pullcord(_ arguments: [String]) async throws -> (code: Int32, output: String) {
        try await Self.pullcord(arguments, in: folder)
    }

    /// Runs the built command against this home's control socket.
    func ask(_ arguments: String...) async throws -> (code: Int32, output: String) {
        try await pullcord(arguments + ["--socket", home.settings.addresses.controlSocket])
    }

    static func pullcord(_ arguments: [String], in folder: HomeFolder) async throws -> (code: Int32, output: String) {
        let output = folder.file("command-\(UUID().uuidString)")
        let child = try TestChild(try ProjectFolder.pullcord(), arguments, output: output)
        let code = await child.end()
        return (code, (try? String(contentsOfFile: output, encoding: .utf8)) ?? "")
    }

    // MARK: - Settings

    var settingsFile: String { home.settings.addresses.settings }

    /// Puts other settings in the place of the home's.
    func write(_ flat: TestFlat) throws {
        try folder.write(
            flat.text(home.settings.addresses, anna: anna.port, bert: bert.port), to: "home/home.yaml")
    }
}

/// Runs a home for the length of the body.
///
/// - Parameters:
///   - parts: what is started with it.
///   - configure: how the home around the settings differs.
func withHome(
    _ flat: TestFlat = TestFlat(), parts: Set<HomeSetup.Part> = [.broker, .gateway],
    configure: (inout HomeSetup) -> Void = { _ in }, _ body: (TestHome) async throws -> Void
) async throws {
    let certificate = flat.certificates.map { (file: $0.server, key: $0.serverKey) }
    try await withResponder(certificate: certificate) { anna in
        try await withResponder { bert in
            let setUp: (inout HomeSetup) -> Void = { setup in
                setup.parts = parts
                setup.watchesStories = false
                setup.logLevel = "notice"
                let ports = (anna.port, bert.port)
                setup.files["home.yaml"] = { flat.text($0, anna: ports.0, bert: ports.1) }
                setup.files["secrets.yaml"] = { addresses in
                    "desk_secret: \(addresses.deskSecret)\nbroker_password: \(TestFlat.brokerPassword)\n"
                }
                configure(&setup)
            }
            try await withDemoHome(setUp) { home in
                for responder in [anna, bert] { try responder.trust(home.settings.addresses.deskSecret) }
                try await body(TestHome(home: home, flat: flat, anna: anna, bert: bert))
            }
        }
    }
}
