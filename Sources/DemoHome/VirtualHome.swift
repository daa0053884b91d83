internal import Foundation

/// A whole home on loopback, in one temporary folder: a broker, a gateway, a desk, a receiving centre, a
/// radio, and the devices of the example flat.
package final class VirtualHome: Sendable {
    package let settings: HomeSettings
    /// What was seen, by whom ever: waits look here.
    package let log: SightingLog
    package let broker: Broker
    package let gateway: RunningGateway
    package let desk: RunningDesk
    package let centre: CentreReceiver
    package let radio: RadioStick
    package let zigbee: ZigbeeBridge
    private let brokerWatch: BrokerWatch
    private let gatewayWatch: GatewayWatch
    private let voiceWatch: VoiceWatch

    init(_ setup: HomeSetup) throws {
        let settings = try HomeSettings(setup)
        let log = SightingLog(witness: setup.witness)
        self.settings = settings
        self.log = log
        do {
            broker = try Broker(settings, log: log)
        } catch {
            settings.addresses.folder.remove()
            throw error
        }
        gateway = RunningGateway(settings, log: log)
        desk = RunningDesk(settings, log: log)
        centre = CentreReceiver(settings, log: log)
        radio = RadioStick(settings, log: log)
        zigbee = ZigbeeBridge(broker, log: log)
        brokerWatch = BrokerWatch(settings, log: log)
        gatewayWatch = GatewayWatch(gateway, log: log)
        voiceWatch = VoiceWatch(settings, log: log)
    }

    /// The one folder in which everything lies.
    package var folder: HomeFolder { settings.addresses.folder }

    func start() async throws {
        let parts = settings.setup.parts
        try await voiceWatch.start()
        if parts.contains(.broker) {
            try await broker.start()
            try await watchBroker()
        }
        if parts.contains(.desk) { try await desk.start() }
        if parts.contains(.centre) { try await centre.start() }
        if parts.contains(.radio) { try radio.plugIn() }
        if settings.setup.watchesStories { gatewayWatch.start() }
        if parts.contains(.gateway) {
            try await gateway.start(until: parts.contains(.broker) ? .connected : .answering)
        }
    }

    /// Begins to see what the gateway publishes; for a broker that was not started with the home.
    package func watchBroker() async throws {
        try await brokerWatch.start(over: broker)
        try await zigbee.setOnline(true)
    }

    /// Ends everything in the reverse order of its start, and removes the folder.
    func close() async {
        await gatewayWatch.stop()
        await gateway.stop()
        radio.unplug()
        await centre.stop()
        await desk.close()
        await brokerWatch.stop()
        await broker.stop()
        await voiceWatch.stop()
        log.close()
        folder.remove()
    }
}

/// Runs a home for the length of the body, and leaves nothing behind: no process, no folder.
///
/// `PULLCORD_KEEP=1` keeps the folder with all logs.
///
/// - Parameter configure: how the home differs from the example flat.
package func withDemoHome<Result: Sendable>(
    _ configure: (inout HomeSetup) -> Void = { _ in }, _ body: (VirtualHome) async throws -> Result
) async throws -> Result {
    var setup = HomeSetup()
    configure(&setup)
    let home = try VirtualHome(setup)
    // A task of its own: a cancelled one would not wait for the end of anything.
    func close() async { await Task { await home.close() }.value }
    do {
        try await home.start()
        let result = try await body(home)
        await close()
        return result
    } catch {
        await close()
        throw error
    }
}
