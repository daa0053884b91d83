import Foundation
import Glibc
import Testing

@testable import GatewaySettings

struct NewFileTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "pullcord-new-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func `files are written with their permissions`() throws {
        try withFolder { folder in
            try NewFile.write([
                NewFile(path: folder + "/open", text: "ä"),
                NewFile(path: folder + "/own", text: "", permissions: 0o600),
            ])
            #expect(try String(contentsOfFile: folder + "/open", encoding: .utf8) == "ä")
            for (name, mode) in [("open", 0o644), ("own", 0o600)] as [(String, mode_t)] {
                var status = stat()
                #expect(stat(folder + "/" + name, &status) == 0)
                #expect(status.st_mode & 0o777 == mode)
            }
        }
    }

    @Test func `nothing is written over, and then nothing is written`() throws {
        try withFolder { folder in
            try NewFile.write([NewFile(path: folder + "/b", text: "old")])
            // A link that leads nowhere would be followed to a file that somebody else chose.
            #expect(symlink(folder + "/elsewhere", folder + "/c") == 0)
            let files = ["a", "b", "c"].map { NewFile(path: folder + "/" + $0, text: "new") }
            #expect(throws: NewFileTrouble.exists([folder + "/b", folder + "/c"])) { try NewFile.write(files) }
            #expect(names(in: folder) == ["b", "c"])
            #expect(try String(contentsOfFile: folder + "/b", encoding: .utf8) == "old")
        }
    }

    @Test func `what was begun is taken away when a later file cannot be written`() throws {
        try withFolder { folder in
            let files = [NewFile(path: folder + "/a", text: "x"), NewFile(path: folder + "/no/b", text: "x")]
            let trouble = NewFileTrouble.failed(folder + "/no/b", reason: "No such file or directory")
            #expect(throws: trouble) { try NewFile.write(files) }
            #expect(trouble.reason == "\(folder)/no/b cannot be written: No such file or directory.")
            #expect(names(in: folder) == [])
        }
    }

    @Test func `the machine's zone is what its clock is linked to, or else what it names`() throws {
        try withFolder { folder in
            let zones = SystemZones.folder
            #expect(SystemZones.machine(configuration: folder, folder: zones) == "UTC")
            try "Europe/Brussels\n".write(toFile: folder + "/timezone", atomically: true, encoding: .utf8)
            #expect(SystemZones.machine(configuration: folder, folder: zones) == "Europe/Brussels")
            #expect(symlink("../usr/share/zoneinfo/Asia/Tokyo", folder + "/localtime") == 0)
            #expect(SystemZones.machine(configuration: folder, folder: zones) == "Asia/Tokyo")
            unlink(folder + "/localtime")
            try "../../etc/passwd".write(toFile: folder + "/timezone", atomically: true, encoding: .utf8)
            #expect(SystemZones.machine(configuration: folder, folder: zones) == "UTC")
        }
    }
}
