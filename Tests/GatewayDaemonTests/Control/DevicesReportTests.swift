import GatewayCore
import GatewaySettings
import LinuxSupport
import Testing

@testable import GatewayDaemon

/// What the command is told of the enrolled devices.
struct DevicesReportTests {
    private func report(_ desk: ControlDesk) async -> DevicesReport? {
        await BackgroundThread.result(name: "asks") {
            guard case .devices(let report) = desk.answer(.devices) else { return nil }
            return report
        }
    }

    private func withDesk(_ body: (RunningLoop, ControlDesk) async throws -> Void) async throws {
        try await withFolder { folder in
            let loop = try RunningLoop(folder)
            let desk = ControlDesk(inbox: loop.inbox, complete: { _ in }, reload: { .done("") })
            try await body(loop, desk)
            await loop.stop()
        }
    }

    @Test func `a device is heard, with the newest of each capability`() async throws {
        try await withDesk { loop, desk in
            let before = try #require(await report(desk))
            #expect(before.devices.map(\.id) == [DeviceID("pendant"), DeviceID("thermometer")])
            #expect(before.devices.allSatisfy { $0.sight == .neverHeard && $0.heard == nil && $0.latest.isEmpty })
            loop.arrive("thermometer", #"{"temperature":20.5,"battery":80,"linkquality":90}"#, isAlarm: false)
            #expect(await eventually { await report(desk)?.devices[1].heard != nil })
            let device = try #require(await report(desk)?.devices[1])
            #expect(device.sight == .seen)
            #expect(device[.temperature]?.value == .number(Quantity(thousandths: 20_500)))
            #expect(device[.battery]?.value == .number(Quantity(thousandths: 80_000)))
        }
    }

    @Test func `what no field explains is named, the newest of it, and not what stands there`() async throws {
        try await withDesk { loop, desk in
            loop.arrive("thermometer", #"{"temperature":20.5,"secret":"4711","nested":{"more":1}}"#, isAlarm: false)
            #expect(await eventually { await report(desk)?.devices[1].unexplained.isEmpty == false })
            let device = try #require(await report(desk)?.devices[1])
            #expect(device.unexplained.sorted() == ["nested", "secret"])
            #expect(await report(desk)?.devices[0].unexplained == [])
            for number in 0..<20 { loop.arrive("thermometer", #"{"more\#(number)":1}"#, isAlarm: false) }
            #expect(await eventually { await report(desk)?.devices[1].unexplained.last == "more19" })
            #expect(await report(desk)?.devices[1].unexplained.count == DaemonLimits.unexplainedNames)
        }
    }

    @Test func `a battery that falls steadily is told with when it will be empty`() async throws {
        try await withFolder { folder in
            let settings = try #require(try folder.settings())
            func moment(_ day: Int64) -> Moment {
                Moment(
                    boot: BootTime(nanoseconds: day * 86_400_000_000_000 + 1),
                    wall: WallTime(milliseconds: 1_767_225_600_000 + day * 86_400_000), quality: .synchronised)
            }
            var engine = Engine(plan: settings.plan, snapshot: Snapshot(ledger: "k3f9"), at: moment(0))
            for day in 0..<10 as Range<Int64> {
                let reading = Reading(
                    device: DeviceID("thermometer"), capability: .battery,
                    value: .number(Quantity(thousandths: 40_000 - day * 2_000)), moment: moment(day))
                _ = engine.turn(.readings([reading]), at: moment(day))
            }
            let report = DevicesReport(engine, LoopFigures())
            #expect(report.devices[1].outlook == "empty in about two weeks")
            #expect(report.devices[0].outlook == nil)
        }
    }

    @Test func `a device behind a bridge that is down is unseen, and the bridge is named`() async throws {
        try await withDesk { loop, desk in
            loop.inbox.post(.path(.bridge(BridgeID("zigbee")), .down(reason: "it is offline")))
            #expect(await eventually { await report(desk)?.devices[0].sight != .neverHeard })
            guard case .unseen(let cause, _)? = await report(desk)?.devices[0].sight else {
                Issue.record("The pendant is not unseen.")
                return
            }
            #expect(cause == "bridge zigbee")
        }
    }
}
