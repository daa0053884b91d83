import GatewayCore
import LinuxSupport
import Testing

@testable import GatewayDaemon

/// What people ask for over the command, and what they are told.
struct ControlDeskTests {
    private func withDesk(_ body: (RunningLoop, ControlDesk) async throws -> Void) async throws {
        try await withFolder { folder in
            let living = """
                visitors:
                  nurse: {name: The nurse, stay: 1h}
                modes:
                  away: {stay: 6h}

                """
            try folder.write(TestFolder.home + living)
            let loop = try RunningLoop(folder)
            let desk = ControlDesk(inbox: loop.inbox, complete: { _ in }, reload: { .done("") })
            try await body(loop, desk)
            await loop.stop()
        }
    }

    /// Asks off Swift's pool: the desk blocks until the engine has answered.
    private func answer(_ desk: ControlDesk, _ request: ControlRequest) async -> String {
        await BackgroundThread.result(name: "asks") {
            switch desk.answer(request) {
            case .done(let sentence): sentence
            case .refused(let reason): "refused: \(reason)"
            default: "another answer"
            }
        }
    }

    private func status(_ desk: ControlDesk) async -> StatusReport? {
        await BackgroundThread.result(name: "asks") {
            guard case .status(let report) = desk.answer(.status) else { return nil }
            return report
        }
    }

    @Test func `a mode lasts until a time of the home's clocks, and is seen in the status`() async throws {
        try await withDesk { _, desk in
            let night = await answer(desk, .mode(.night, .at(minutes: 7 * 60)))
            #expect(night.hasPrefix("Night until 20") && night.hasSuffix(" 07:00."), "\(night)")
            let living = try #require(await status(desk)?.living)
            #expect(living.mode == .night)
            #expect(living.modeEnd?.hasSuffix(" 07:00") == true)
            let wait = try #require(living.modeUntil) - SystemClock.wallTime()
            #expect(wait > .seconds(-5) && wait <= .hours(25), "the next seven o'clock")
            let holiday = await answer(desk, .mode(.holiday, .after(milliseconds: 86_400_000)))
            #expect(holiday.hasPrefix("On holiday until 20"), "\(holiday)")
            #expect(holiday.hasSuffix(", or until activity is seen."), "\(holiday)")
            #expect(await answer(desk, .mode(.home, nil)) == "Everyday life.")
            #expect(await status(desk)?.living.modeUntil == nil)
        }
    }

    @Test func `a mode without a time lasts as the settings say`() async throws {
        try await withDesk { loop, desk in
            _ = await answer(desk, .mode(.away, nil))
            let lasts = await loop.look { engine, _ in
                engine.gateway.mode.map { $0.until - engine.lastMoment.wall } ?? .zero
            }
            #expect(lasts > .hours(6) - .minutes(1) && lasts <= .hours(6))
        }
    }

    @Test(arguments: [
        StayEnd.at(minutes: -1), .at(minutes: 1_440), .at(minutes: .max), .after(milliseconds: 0),
        .after(milliseconds: -5), .after(milliseconds: .max), .after(milliseconds: 91 * 86_400_000),
    ])
    func `an end that is none is refused and changes nothing`(end: StayEnd) async throws {
        try await withDesk { _, desk in
            #expect(await answer(desk, .mode(.away, end)) == "refused: A mode lasts at most 90d.")
            #expect(await answer(desk, .visit(VisitorID("nurse"), isHere: true, end)).hasPrefix("refused: A visit"))
            #expect(await status(desk)?.living.mode == .home)
        }
    }

    @Test func `a visitor comes, is seen in the status, and goes`() async throws {
        try await withDesk { _, desk in
            let nurse = VisitorID("nurse")
            #expect(await answer(desk, .visit(nurse, isHere: false, nil)) == "refused: The nurse is not here.")
            let here = await answer(desk, .visit(nurse, isHere: true, nil))
            #expect(here.hasPrefix("Visitors. The nurse is here, until "), "\(here)")
            let living = await status(desk)?.living
            #expect(living?.visitors.map(\.name) == ["The nurse"])
            #expect(living?.mode == .visitors)
            #expect(await answer(desk, .visit(nurse, isHere: false, nil)) == "Everyday life.")
            #expect(await status(desk)?.living.visitors == [])
        }
    }

    @Test func `an unknown visitor is refused with the one who was probably meant`() async throws {
        try await withDesk { _, desk in
            let answer = await answer(desk, .visit(VisitorID("nures"), isHere: true, nil))
            #expect(answer == "refused: There is no visitor `nures`; did you mean `nurse`?")
        }
    }

    @Test func `what cannot be seen is in the status, with the rules that miss it`() async throws {
        try await withDesk { loop, desk in
            loop.inbox.post(.path(.bridge(BridgeID("zigbee")), .down(reason: "the bridge says that it is offline")))
            #expect(await eventually { await status(desk)?.blindness.isEmpty == false })
            let report = try #require(await status(desk))
            #expect(report.blindness.map(\.cause) == ["bridge zigbee"])
            #expect(report.blindness.flatMap(\.devices) == [DeviceID("pendant"), DeviceID("thermometer")])
            #expect(report.blindness.flatMap(\.rules).map(\.id) == [RuleID("help")])
            #expect(report.blindness.flatMap(\.rules).map(\.meaning) == ["a press for help is not heard"])
            #expect(!report.isWell)
        }
    }
}
