import DemoHome
import GatewayCore
import GatewayTesting
import Testing

/// A responder's service fails: people are told over another way, and it is found again without a restart.
@Suite(.serialized) struct ResponderFaultTests {
    @Test(arguments: ResponderFault.allCases)
    func `a failing responder is a fault told over the surviving path, until it is back`(
        fault: ResponderFault
    ) async throws {
        try await withCertificates { certificates in
            var flat = TestFlat()
            flat.certificates = certificates
            try await withHome(flat) { home in
                try await home.waitUntilWell()
                let process = home.gateway.identifier
                try await fault.begin(at: home.anna, certificates)

                try await home.press("cord")
                let told = try await home.bert.first("Bert to be told of the press") {
                    $0.message.about == .helpCall && $0.message.kind == .raised
                }
                let notice = try await home.bert.first("Bert to be told of the fault") {
                    $0.message.about == .channelFault && $0.message.kind == .raised
                }
                #expect(notice.message.sentence.contains("channel desk"), "\(notice.message.sentence)")
                #expect(notice.message.priority == .fault)
                #expect(!home.anna.tellings.contains { $0.isAccepted })
                if fault == .tooBusy { try await expectPatience(home) }

                try await fault.end(at: home.anna, certificates)
                let late = try await home.anna.first("Anna to be told after all") {
                    $0.isAccepted && $0.message.alert == told.message.alert && $0.message.kind == .raised
                }
                let attempts = home.anna.tellings.filter {
                    $0.message.alert == told.message.alert && $0.message.kind == .raised
                }
                #expect(Set(attempts.map(\.delivery)) == [late.delivery], "Each attempt has the same id.")
                try await home.bert.first("Bert to learn that the path is back") {
                    $0.message.alert == notice.message.alert && $0.message.kind == .closed
                        && $0.message.outcome == .cleared
                }
                try await home.waitUntilWell()
                #expect(home.gateway.identifier == process)
                #expect(home.gateway.isRunning)
            }
        }
    }

    private func expectPatience(_ home: TestHome) async throws {
        let attempts = try await eventually("a second attempt") {
            let attempts = home.anna.tellings.filter { $0.message.about == .helpCall && $0.message.kind == .raised }
            return attempts.count >= 2 ? attempts : nil
        }
        // The wait begins when the answer has come, which is after the responder noted the attempt.
        let pause = attempts[1].at - attempts[0].at
        #expect(pause >= .seconds(ResponderFault.patienceAskedFor), "\(pause)")
    }

    @Test func `a receiving centre that is gone is a fault on the desk, and is told when it is back`() async throws {
        let configure: (inout HomeSetup) -> Void = { setup in
            setup.preAlert = "0s"
            setup.edits = [
                HomeSetup.Edit("home.yaml", "quiet_hours: 22:30-07:00", "group_wait: 0s"),
                HomeSetup.Edit("home.yaml", "fault_after: 15s", "fault_after: 2s"),
            ]
        }
        try await withDemoHome(configure) { home in
            await home.centre.stop()
            try await home.zigbee.pressPendant()
            _ = try await home.desk.waitForAlert("the help call on the desk", within: patience) {
                $0.priority == "emergency" && $0.state == "raised"
            }
            let fault = try await home.desk.waitForAlert("the fault on the desk", within: patience) {
                $0.priority == "fault" && $0.sentence.contains("channel centre")
            }
            #expect(!home.centre.events.contains { $0.isNew })
            try await home.centre.start()
            _ = try await home.centre.waitForEvent("the help call at the centre", within: patience) { $0.isNew }
            _ = try await home.desk.waitForAlert("the end of the fault on the desk", within: patience) {
                $0.alert == fault.alert && $0.state == "closed"
            }
        }
    }

    @Test func `what is refused for good is not sent again unchanged`() async throws {
        try await withHome { home in
            try await home.waitUntilWell()
            home.anna.answer(.status(400))
            try await home.press()
            try await home.bert.first("Bert to be told of the press") { $0.message.about == .helpCall }
            try await home.anna.first("Anna's service to refuse") { $0.message.about == .helpCall }
            let alert = try await home.alert(.helpCall)
            try await eventually("the refusal in the story") {
                try await home.alert(alert.id).story.contains { $0.kind == .notDelivered && $0.channel?.name == "desk" }
            }
            home.anna.answer(.accept())
            try await home.press("cord")
            try await home.anna.first("Anna to be told of the next press") {
                $0.isAccepted && $0.message.kind == .raised && $0.message.alert != alert.id
            }
            let refused = home.anna.tellings.filter { $0.message.alert == alert.id && $0.message.kind == .raised }
            #expect(refused.count == 1)
        }
    }
}
