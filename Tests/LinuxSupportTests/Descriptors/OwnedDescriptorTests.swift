import Glibc
import LinuxSupport
import Testing

struct OwnedDescriptorTests {
    /// The reading and the writing end of a new pipe.
    private func pipeEnds() throws -> (Int32, Int32) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    @Test func `letting go closes the descriptor`() throws {
        let (first, second) = try pipeEnds()
        let reading = OwnedDescriptor(first)
        do {
            let writing = OwnedDescriptor(second)
            #expect(try writing.write([1, 2]) == 2)
        }
        #expect(try reading.read(atMost: 8) == [1, 2])
        #expect(try reading.read(atMost: 8) == [], "The writing end is closed, so this is the end.")
    }

    @Test func `a descriptor that was taken stays open`() throws {
        let (first, second) = try pipeEnds()
        let reading = OwnedDescriptor(first)
        let raw = OwnedDescriptor(second).take()
        #expect(try DescriptorBytes.write(raw, [7]) == 1)
        #expect(try reading.read(atMost: 8) == [7])
        close(raw)
    }

    @Test func `an error reads as a sentence`() {
        let error = SystemError(code: EACCES, call: "open /dev/ttyUSB0")
        #expect(error.description == "open /dev/ttyUSB0: Permission denied (13)")
    }

    @Test func `reading a folder is an error with its code`() throws {
        let folder = OwnedDescriptor(open("/", O_RDONLY | O_CLOEXEC))
        do {
            _ = try folder.read(atMost: 8)
            Issue.record("A folder has no bytes.")
        } catch {
            #expect(error.code == EISDIR)
        }
    }
}
