import Foundation
import GatewayCore
import GatewaySettings
import LedgerStore
import Logging
import Testing

@testable import GatewayDaemon

struct SettingsKeeperTests {
    private func keeper(_ folder: TestFolder) -> SettingsKeeper {
        SettingsKeeper(
            options: StartOptions(settings: folder.settingsFile, profiles: TestFolder.profiles),
            logger: Logger(label: "test"))
    }

    @Test func `good settings are kept whole, and are there when the files are bad or gone`() async throws {
        try await withFolder { folder in
            let keeper = keeper(folder)
            let ledger = try SQLiteLedger(folder: folder.path + "/state")
            #expect(keeper.kept(in: ledger) == nil)
            let good = keeper.read()
            keeper.keep(good, in: ledger)
            let wanted = try #require(good.settings)

            try folder.write("rules: 7\n")
            let bad = keeper.read()
            #expect(bad.settings == nil)
            keeper.keep(bad, in: ledger)
            #expect(keeper.kept(in: ledger)?.digest == wanted.digest)

            for name in ["home.yaml", "secrets.yaml"] {
                try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
            }
            let kept = try #require(keeper.kept(in: ledger))
            #expect(kept.digest == wanted.digest)
            #expect(kept.plan.channels == wanted.plan.channels, "The secrets are kept with them.")
        }
    }

    @Test func `kept settings that this version no longer understands are none`() async throws {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder.path + "/state")
            try ledger.keepSettings("{}", digest: "0", name: "home")
            #expect(keeper(folder).kept(in: ledger) == nil)
        }
    }
}
