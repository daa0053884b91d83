import AlarmProtocols
import AsyncHTTPClient
import DemoHome
import GatewayCore
import GatewayDaemon
import GatewayTesting
import NIOCore
import NIOHTTP1
import Testing

/// A call for help, from the button to whoever takes it, through the built binary.
@Suite(.serialized) struct AlarmPathTests {
    @Test(arguments: [true, false])
    func `a press reaches the desk and the receiving centre, is taken by the signed link, and closed`(
        isEncrypted: Bool
    ) async throws {
        let configure: (inout HomeSetup) -> Void = { setup in
            setup.encryptsToCentre = isEncrypted
            setup.preAlert = "0s"
        }
        try await withDemoHome(configure) { home in
            try await home.zigbee.pressPendant()
            let onDesk = try await home.desk.waitForAlert("the help call on the desk", within: patience) {
                $0.state == "raised" && $0.sentence.hasPrefix("Help call from Margaret")
            }
            let event = try await home.centre.waitForEvent("the help call at the centre", within: patience) { $0.isNew }
            #expect(event.encrypted == isEncrypted)
            #expect(event.account == home.settings.addresses.account)
            try await home.desk.acknowledge(onDesk)
            let taken = try await eventually("the alert to be taken") {
                try await home.gateway.alerts().first { $0.id.description == onDesk.alert && $0.acknowledgement != nil }
            }
            #expect(taken.acknowledgement?.by == ContactID("daughter"))
            #expect(taken.acknowledgement?.way == .link)
            _ = try await home.log.first("the voice to say who takes it", within: patience) { sighting in
                if case .said("Anna (daughter) is taking care of it.") = sighting.what { true } else { false }
            }
            try await home.desk.close(onDesk, outcome: "attended")
            _ = try await home.desk.waitForAlert("the alert closed on the desk", within: patience) {
                $0.alert == onDesk.alert && $0.state == "closed" && $0.outcome == "attended"
            }
            // A delivery for each thing told, and none of them twice.
            let all = home.log.all.compactMap { if case .desk(let alert) = $0.what { alert } else { nil } }
            let raised = all.flatMap { $0.deliveries(of: "raised") }.filter { $0.repeats == 0 }.map(\.id)
            #expect(Set(raised).count == 1)
        }
    }

    @Test func `a contact acknowledges by MQTT on a broker that knows who writes`() async throws {
        var setup = MosquittoBroker.Setup()
        setup.users = ["gateway": TestFlat.brokerPassword, "anna": "a-secret", "stranger": "s-secret"]
        setup.acl = [
            "user gateway", "topic readwrite #", "user anna", "topic write pullcord/flat-12/acknowledge/anna",
            "topic write zigbee2mqtt/#", "user stranger", "topic write nothing",
        ]
        try await withBroker(setup) { broker in
            var flat = TestFlat()
            flat.brokerPort = broker.port
            flat.brokerOptions = "user: gateway, password: !secret broker_password, acknowledgements: true"
            try await withHome(flat, parts: [.gateway]) { home in
                try await home.waitUntilWell()
                let anna = try await MQTTPublisher.connect(
                    port: broker.port, id: "anna", user: .init(name: "anna", password: "a-secret"))
                let stranger = try await MQTTPublisher.connect(
                    port: broker.port, id: "stranger", user: .init(name: "stranger", password: "s-secret"))
                try await anna.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#)
                let alert = try await home.alert(.helpCall)
                try await home.bert.first("Bert to be told") { $0.message.alert == alert.id }
                try await eventually("Anna to be told") { try await home.alert(alert.id).told.count == 2 }
                try await stranger.publish("pullcord/flat-12/acknowledge/bert", "\(alert.id)")
                try await anna.publish("pullcord/flat-12/acknowledge/bert", "\(alert.id)")
                try await anna.publish("pullcord/flat-12/acknowledge/anna", "nonsense")
                try await anna.publish("pullcord/flat-12/acknowledge/anna", "\(alert.id)")
                try await home.waitUntil(alert.id, is: "acknowledged")
                let taken = try await home.alert(alert.id).acknowledgement
                #expect(taken?.by == ContactID("anna"))
                #expect(taken?.way == .mqtt)
                try await home.bert.first("Bert to learn who takes it") {
                    $0.message.alert == alert.id && $0.message.kind == .acknowledged
                        && $0.message.acknowledgedBy == "Anna"
                }
                await anna.close()
                await stranger.close()
            }
        }
    }

    @Test func `a contact who was told acknowledges by command, and nobody else`() async throws {
        try await withHome { home in
            try await home.press()
            let alert = try await home.alert(.helpCall)
            let stranger = try await home.ask("alerts", "acknowledge", "\(alert.id)", "--as", "carol")
            #expect(stranger.code == 1)
            #expect(stranger.output.contains("has not been told"))
            let taken = try await home.ask("alerts", "acknowledge", "\(alert.id)", "--as", "bert")
            #expect(taken.code == 0, "\(taken.output)")
            #expect(try await home.alert(alert.id).acknowledgement?.by == ContactID("bert"))
            _ = try await home.lamp(shows: "acknowledged")
            try await home.anna.first("Anna to learn who takes it") {
                $0.message.kind == .acknowledged && $0.message.acknowledgedBy == "Bert"
            }
            let shown = try await home.ask("alerts", "show", "\(alert.id)")
            #expect(shown.output.contains("Bert takes it (command)."))
            let closed = try await home.ask(
                "alerts", "close", "\(alert.id)", "--as", "bert", "--outcome", "reassured_by_voice")
            #expect(closed.code == 0, "\(closed.output)")
            _ = try await home.lamp(shows: "closed")
            #expect(try await home.ask("alerts").output == "No open alerts.\n")
        }
    }

    @Test func `a link for another contact changes nothing, and looking at the right one neither`() async throws {
        try await withHome { home in
            try await home.press()
            let told = try await home.anna.first("Anna to be told") { $0.message.kind == .raised }
            #expect(told.isSigned)
            let links = try #require(told.answer)
            let page = String(links.acknowledge.dropLast("/acknowledge".count))
            #expect(try await status(.GET, page) == 200)
            #expect(try await status(.POST, links.acknowledge.replacing("/anna/", with: "/bert/")) == 404)
            #expect(try await home.alert(told.message.alert).state.name == "raised")
            #expect(try await status(.POST, links.acknowledge) == 200)
            #expect(try await home.alert(told.message.alert).acknowledgement?.way == .link)
        }
    }

    private func status(_ method: HTTPMethod, _ url: String) async throws -> UInt {
        var request = HTTPClientRequest(url: url)
        request.method = method
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        _ = try await response.body.collect(upTo: 1_048_576)
        return response.status.code
    }

    @Test(arguments: [true, false])
    func `the person hears of their call within a second, whoever else does`(isAnybodyThere: Bool) async throws {
        let buttons = (1...5).map { "button-\($0)" }
        var flat = TestFlat()
        flat.devices = buttons.map { "\($0): {profile: zigbee-call-button, supervision: none}" }
        flat.rules = ["help: {kind: help_call, devices: [\(buttons.joined(separator: ", "))], pre_alert: 0s}"]
        try await withHome(flat) { home in
            if !isAnybodyThere {
                await home.anna.stop()
                await home.bert.stop()
            }
            let publisher = try await MQTTPublisher.connect(port: home.home.broker.port, id: "buttons")
            var waits: [Duration] = []
            for button in buttons {
                let mark = home.home.log.mark
                let pressed = home.home.log.now
                try await publisher.publish("zigbee2mqtt/\(button)", #"{"action":"single"}"#)
                waits.append(try await home.lamp(shows: "heard", since: mark).time - pressed)
                _ = try await home.lamp(shows: isAnybodyThere ? "sent" : "not_getting_through", since: mark)
            }
            // The middle one, because the machine may be busy with something else for a moment.
            #expect(waits.sorted()[waits.count / 2] < .seconds(1), "\(waits)")
            await publisher.close()
        }
    }
}
