import Glibc
import GatewayTesting
import LinuxSupport
import Testing

struct EventThreadTests {
    private func withEvents(_ body: (EventThread) async throws -> Void) async throws {
        let events = try EventThread()
        defer { events.stop() }
        try await body(events)
    }

    @Test func `a handler hears of its descriptor until it is unregistered`() async throws {
        try await withEvents { events in
            let wakeUp = try WakeUp()
            let heard = Mailbox<Readiness>()
            try events.register(wakeUp.descriptor, .input) { readiness in
                wakeUp.drain()
                heard.put(readiness)
            }
            wakeUp.signal()
            #expect(await heard.next() == .input)
            wakeUp.signal()
            #expect(await heard.next() == .input)
            try events.runAndWait { events.unregister(wakeUp.descriptor) }
            wakeUp.signal()
            try events.runAndWait {}
            try events.runAndWait {}
            #expect(heard.all.count == 2)
        }
    }

    @Test func `registering again changes the handler`() async throws {
        try await withEvents { events in
            let wakeUp = try WakeUp()
            let heard = Mailbox<String>()
            try events.register(wakeUp.descriptor, .input) { _ in
                wakeUp.drain()
                heard.put("first")
            }
            try events.register(wakeUp.descriptor, .input) { _ in
                wakeUp.drain()
                heard.put("second")
            }
            wakeUp.signal()
            #expect(await heard.next() == "second")
        }
    }

    @Test func `a handler that unregisters another of the same batch keeps it from being called`() async throws {
        try await withEvents { events in
            let first = try WakeUp()
            let second = try WakeUp()
            let heard = Mailbox<String>()
            first.signal()
            second.signal()
            // Registered on the thread, both are ready in the next batch.
            try events.runAndWait {
                for (name, own, other) in [("first", first, second), ("second", second, first)] {
                    try? events.register(own.descriptor, .input) { _ in
                        own.drain()
                        events.unregister(other.descriptor)
                        heard.put(name)
                    }
                }
            }
            _ = await heard.next()
            try events.runAndWait {}
            try events.runAndWait {}
            #expect(heard.all.count == 1)
        }
    }

    @Test func `what is run keeps its order, on the thread`() async throws {
        try await withEvents { events in
            let heard = Mailbox<Int>()
            for number in 0..<100 { events.run { heard.put(events.isCurrent ? number : -1) } }
            try events.runAndWait {}
            #expect(heard.all == Array(0..<100))
            #expect(!events.isCurrent)
        }
    }

    @Test func `scheduled bodies run in order of their time, and a cancelled one never`() async throws {
        try await withEvents { events in
            let heard = Mailbox<String>()
            try events.runAndWait {
                events.schedule(after: .milliseconds(30)) { heard.put("late") }
                events.schedule(after: .milliseconds(5)) { heard.put("early") }
                let ticket = events.schedule(after: .milliseconds(10)) { heard.put("never") }
                events.schedule(after: .zero) { heard.put("at once") }
                events.cancel(ticket)
            }
            for expected in ["at once", "early", "late"] { #expect(await heard.next() == expected) }
            #expect(heard.all.count == 3)
        }
    }

    @Test func `a stopped thread runs what was queued and refuses the rest`() throws {
        let events = try EventThread()
        let heard = Mailbox<Int>()
        for number in 0..<10 { events.run { heard.put(number) } }
        events.stop()
        #expect(heard.all.count == 10)
        #expect(!events.run { heard.put(-1) })
        let hasRun = try events.runAndWait { heard.put(-1) }
        #expect(!hasRun)
        events.stop()
        #expect(heard.all.count == 10)
    }

    @Test func `a body may stop the thread that runs it`() async throws {
        let events = try EventThread()
        let heard = Mailbox<Bool>()
        events.run {
            events.stop()
            heard.put(true)
        }
        #expect(await heard.next() == true)
        events.stop()
    }
}
