import DemoHome
import GatewayCore

/// The demonstration in which a person presses the keys.
struct KeyPlay {
    private static let keys =
        "[p]endant [r]adio [s]moke [c]ancel | [a]cknowledge [x] close | [k]ill gateway [d]esk | [q]uit"

    let home: VirtualHome
    let printed: Printed
    private var isSmoky = false

    static func run(aloud: Bool) async -> Int32 {
        let printed = Printed()
        let (sightings, witness) = AsyncStream.makeStream(of: Sighting.self)
        let timeLine = Task { await TimeLine(printed: printed).follow(sightings) }
        let code = await Terminal.withKeys { () async -> Int32 in
            do {
                try await withDemoHome { setup in
                    setup.witness = witness
                    setup.speaks = aloud
                } _: { home in
                    var play = KeyPlay(home: home, printed: printed)
                    try await play.run()
                }
                return 0
            } catch is CancellationError {
                return Ending.interrupted
            } catch {
                printed.keep("")
                Printed.complain("\(error)")
                return Ending.failure
            }
        }
        witness.finish()
        await timeLine.value
        return code
    }

    private init(home: VirtualHome, printed: Printed) {
        self.home = home
        self.printed = printed
    }

    private mutating func run() async throws {
        home.log.add(.note("Everything lies in \(home.folder.path)"))
        home.log.add(.note("Anna's desk is at \(home.desk.address)/ — open it in a browser."))
        printed.keep(Self.keys)
        defer { printed.keep("") }
        let keys = try Keys()
        defer { keys.end() }
        for await key in keys.stream {
            try Task.checkCancellation()
            if key == "q" { break }
            do {
                try await press(key)
            } catch let failure as HomeFailure {
                home.log.add(.note("\(failure)"))
            }
        }
        try Task.checkCancellation()
    }

    private mutating func press(_ key: Character) async throws {
        switch key {
        case "p": try await home.zigbee.pressPendant()
        case "r": try await home.radio.pressPendant()
        case "s":
            isSmoky.toggle()
            try await home.zigbee.setSmoke(isSmoky)
        case "c": try await home.gateway.okay()
        case "a":
            guard let alert = try await newest(where: { $0.state == "raised" }) else { return }
            try await home.desk.acknowledge(alert)
        case "x":
            guard let alert = try await newest(where: { ["raised", "acknowledged"].contains($0.state) }) else { return }
            try await home.desk.close(alert, outcome: "attended")
        case "k":
            await home.gateway.kill()
            try await home.gateway.start()
        case "d":
            if home.desk.isRunning { await home.desk.stop() } else { try await home.desk.start() }
        default: break
        }
    }

    private func newest(where fits: (DeskAlert) -> Bool) async throws -> DeskAlert? {
        let found = home.desk.isRunning ? try await home.desk.document().alerts.last(where: fits) : nil
        if found == nil { home.log.add(.note("There is no such alert on the desk.")) }
        return found
    }
}
