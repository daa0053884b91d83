import DemoHome
import Glibc
import GatewayCore
import Testing

/// The gateway as a service: its beginning, its signs of life, and its end.
@Suite(.serialized) struct ServiceTests {
    @Test func `the service manager hears ready after the restore, signs of life, reloads and the end`() async throws {
        // The socket's path must be known before the home's folder is.
        let name = "@pullcord-manager-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let manager = try NotifySocket(path: name)
        let configure: (inout HomeSetup) -> Void = { setup in
            setup.environment = ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "1000000"]
        }
        try await withHome(configure: configure) { home in
            #expect(await manager.hears("READY=1"))
            try await home.press()
            let alert = try await home.alert(.helpCall)
            await home.gateway.kill()
            try await home.gateway.start(until: .started)
            #expect(await manager.hears("READY=1"))
            #expect(try await home.gateway.alerts().map(\.id) == [alert.id], "Ready means restored.")
            for _ in 0..<3 { #expect(await manager.hears("WATCHDOG=1")) }
            home.gateway.reload()
            #expect(await manager.hears("RELOADING=1"))
            #expect(await manager.hears("READY=1"))
            #expect(await home.gateway.stop() == 0)
            #expect(await manager.hears("STOPPING=1"))
        }
        manager.close()
    }

    @Test(arguments: [false, true])
    func `it ends within five seconds of being asked, also when a responder never answers`(
        isSilent: Bool
    ) async throws {
        try await withHome { home in
            if isSilent {
                home.anna.answer(.silence)
                home.bert.answer(.silence)
            }
            try await home.press()
            try await home.anna.first("an attempt to tell Anna") { $0.message.about == .helpCall }
            let asked = ContinuousClock.now
            home.gateway.send(SIGTERM)
            let ending = await home.gateway.stop()
            let took = ContinuousClock.now - asked
            #expect(ending == 0)
            #expect(took < .seconds(5), "\(took)")
            // What was under way is told at the next start, under its own id.
            home.anna.answer(.accept())
            home.bert.answer(.accept())
            try await home.gateway.start()
            try await home.bert.first("Bert to be told") { $0.isAccepted && $0.message.kind == .raised }
            try await home.anna.first("Anna to be told") { $0.isAccepted && $0.message.kind == .raised }
            for responder in [home.anna, home.bert] {
                #expect(Set(responder.tellings.map(\.delivery)).count == 1)
            }
        }
    }

    @Test func `starts and ends at any moment leave nothing behind that stops the next`() async throws {
        try await withHome(parts: [.broker]) { home in
            for round in 0..<10 {
                try await home.gateway.start(until: .started)
                // At any moment of the start, also before it listens to signals.
                try await Task.sleep(for: .milliseconds(60 * round), clock: .continuous)
                let ending = await home.gateway.stop()
                #expect(ending == 0 || ending == 128 + SIGTERM, "\(String(describing: ending))")
            }
            try await home.gateway.start()
            try await home.press()
            _ = try await home.alert(.helpCall)
        }
    }
}
