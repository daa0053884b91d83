import GatewaySettings
import Testing

struct CheckSpeedTests {
    @Test func `a home of 2000 lines is checked in a moment`() throws {
        var text = BaseHome.text.replacing("devices:\n  pendant:", with: "devices:\nMORE-DEVICES  pendant:")
        text = text.replacing("rules:\n", with: "rules:\nMORE-RULES")
        let devices = (0..<300).map {
            "  sensor-\($0):\n    name: the sensor number \($0)\n    profile: climate\n    room: hall\n"
        }
        let rules = (0..<120).map { number in
            """
              cold-\(number):
                kind: threshold
                title: It is cold at place \(number)
                devices: [sensor-\(number), sensor-\(number + 100)]
                capability: temperature
                below: 16
                priority: emergency

            """
        }
        text = text.replacing("MORE-DEVICES", with: devices.joined()).replacing("MORE-RULES", with: rules.joined())
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines > 2_000)
        let clock = ContinuousClock()
        var result = BaseHome.read(text)
        let took = clock.measure { result = BaseHome.read(text) }
        #expect(BaseHome.report(result) == "")
        print("check of a home of \(lines) lines: \(took)")
        // A debug build on a busy machine; the release build's goal is 100 ms.
        #expect(took < .seconds(5))
    }
}
