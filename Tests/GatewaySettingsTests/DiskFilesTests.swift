import Foundation
import GatewayCore
import GatewaySettings
import Glibc
import Testing

struct DiskFilesTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "pullcord-settings-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func write(_ text: String, _ path: String, mode: mode_t = 0o600) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(chmod(path, mode) == 0)
    }

    @Test func `a home on a disk is read with its includes`() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/devices", withIntermediateDirectories: true)
            try write(BaseHome.text, folder + "/home.yaml", mode: 0o644)
            for (name, text) in BaseHome.others { try write(text, folder + "/" + name) }
            let good = SettingsReader.read(root: folder + "/home.yaml")
            #expect(BaseHome.report(good) == "")
            #expect(good.settings?.plan.home.zone.name == "Europe/London")

            #expect(chmod(folder + "/secrets.yaml", 0o644) == 0)
            let open = SettingsReader.read(root: folder + "/home.yaml")
            #expect(open.settings == nil)
            #expect(open.problems.map(\.message) == ["everybody on this machine can read this file with secrets"])
        }
    }

    @Test func `what cannot be read is told apart`() throws {
        try withFolder { folder in
            let files = DiskFiles()
            try write("12345", folder + "/a")
            #expect(mkfifo(folder + "/pipe", 0o600) == 0)
            func trouble(_ path: String, atMost limit: Int = 100) -> FileTrouble? {
                do {
                    _ = try files.read(path, atMost: limit)
                    return nil
                } catch {
                    return error
                }
            }
            #expect(trouble(folder + "/a") == nil)
            #expect(trouble(folder + "/a", atMost: 4) == .tooLarge(limit: 4))
            #expect(trouble(folder + "/none") == .missing)
            #expect(trouble(folder) == .notAFile)
            #expect(trouble(folder + "/pipe") == .notAFile)
            #expect(trouble("/dev/zero") == .notAFile)
            #expect(files.names(inFolder: folder) == ["a"])
            #expect(files.names(inFolder: folder + "/none") == [])
        }
    }
}
