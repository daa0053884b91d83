import GatewayCore
import LinuxSupport
import MQTTIntake
import Testing

@testable import GatewayDaemon

struct InboxTests {
    private func arrival(_ number: Int, isAlarm: Bool = false) -> Arrival {
        Arrival(
            intake: IntakeID("broker"), address: isAlarm ? "pendant" : "thermometer", bytes: [UInt8(number & 0xFF)],
            moment: Moment(boot: .zero, wall: WallTime(milliseconds: Int64(number)), quality: .synchronised),
            isAlarmClass: isAlarm)
    }

    private func numbers(_ items: [InboxItem]) -> [Int] {
        items.flatMap { item -> [Int] in
            guard case .arrivals(let arrivals, _) = item else { return [] }
            return arrivals.map { Int($0.moment.wall.milliseconds) }
        }
    }

    @Test func `a full inbox gives up its oldest readings, never a call for help, and counts them`() throws {
        let inbox = try Inbox()
        let flood = 3 * DaemonLimits.waitingReadings
        inbox.post(.arrivals([arrival(-1, isAlarm: true)], nil))
        for number in 0..<flood { inbox.post(.arrivals([arrival(number)], nil)) }
        for _ in 0..<flood { inbox.post(.arrivals([arrival(-2, isAlarm: true)], nil)) }
        var seen: [Int] = []
        var displaced: Int64 = 0
        while true {
            let (items, count) = inbox.take()
            displaced = count
            if items.isEmpty { break }
            seen += numbers(items)
        }
        #expect(seen.first == -1)
        #expect(seen.count { $0 == -2 } == flood)
        let readings = seen.filter { $0 >= 0 }
        #expect(readings == Array((flood - readings.count)..<flood), "The newest stay, in their order.")
        #expect(Int(displaced) == flood - readings.count)
        #expect(readings.count <= 2 * DaemonLimits.waitingReadings)
    }

    @Test func `what matters comes first, and a batch of readings is bounded`() throws {
        let inbox = try Inbox()
        for number in 0..<1_000 { inbox.post(.arrivals([arrival(number)], nil)) }
        inbox.post(.arrivals([arrival(-1, isAlarm: true)], nil))
        let first = numbers(inbox.take().items)
        #expect(first.first == -1)
        #expect(first.count == 1 + DaemonLimits.arrivalsPerBatch)
        #expect(first.dropFirst().elementsEqual(0..<DaemonLimits.arrivalsPerBatch))
        #expect(numbers(inbox.take().items).first == DaemonLimits.arrivalsPerBatch)
    }

    @Test func `a receipt of displaced readings is answered, so that no intake waits for ever`() throws {
        let inbox = try Inbox()
        let receipt = ArrivalReceipt(wakeUp: try WakeUp())
        inbox.post(.arrivals([arrival(0)], receipt))
        for number in 0...(2 * DaemonLimits.waitingReadings) { inbox.post(.arrivals([arrival(number)], nil)) }
        #expect(receipt.answer == .recorded)
    }

    @Test func `an intake is held back while the inbox is full, and never for long`() throws {
        let inbox = try Inbox()
        inbox.waitForRoom()
        for number in 0..<DaemonLimits.waitingReadings { inbox.post(.arrivals([arrival(number)], nil)) }
        let before = ContinuousClock.now
        inbox.waitForRoom()
        #expect(ContinuousClock.now - before >= DaemonLimits.intakeHeldBack - .milliseconds(2))
        // Once the engine has taken some, there is room at once.
        _ = inbox.take()
        let after = ContinuousClock.now
        for _ in 0..<200 { inbox.waitForRoom() }
        #expect(ContinuousClock.now - after < DaemonLimits.intakeHeldBack * 100)
    }

    @Test func `the engine is woken once for what comes while it sleeps`() throws {
        let inbox = try Inbox()
        #expect(!inbox.wakeUp.drain())
        inbox.post(.okay(source: "test"))
        inbox.post(.okay(source: "test"))
        #expect(inbox.wakeUp.drain())
        #expect(inbox.take().items.count == 2)
        #expect(!inbox.wakeUp.drain())
    }
}
