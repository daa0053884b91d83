import GatewayCore
import GatewaySettings
import Testing

struct TextFormTests {
    @Test func `a file with a byte-order mark and line ends of another system is read`() {
        let text =
            "\u{FEFF}"
            + BaseHome.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(BaseHome.report(BaseHome.read(text)) == "")
    }

    @Test func `places are right behind line ends of another system`() {
        let text = BaseHome.text.replacing("    room: hall", with: "    room: hal")
            .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(
            BaseHome.report(BaseHome.read(text)) == """
                home.yaml:51:11: error[PC0401]: there is no room `hal`
                 51 |     room: hal
                    |           ^^^
                    = did you mean `hall`?
                """)
    }

    @Test func `problems are also told as JSON`() {
        let result = BaseHome.read(BaseHome.text.replacing("    room: hall", with: "    room: hal"))
        #expect(
            Problem.json(result.problems) == """
                [
                  {
                    "code" : "PC0401",
                    "column" : 11,
                    "file" : "home.yaml",
                    "hint" : "did you mean `hall`?",
                    "length" : 3,
                    "line" : 51,
                    "message" : "there is no room `hal`",
                    "related" : [

                    ],
                    "severity" : "error",
                    "sourceLine" : "    room: hal",
                    "sourceStart" : 0
                  }
                ]
                """)
    }

    @Test func `a tally counts errors and warnings`() {
        let text = BaseHome.text.replacing("    room: hall", with: "    room: hal")
            .replacing("http://127.0.0.1:8480", with: "http://desk.example")
        #expect(SettingsCheck.tally(BaseHome.read(text).problems) == "1 error, 1 warning")
    }

    @Test func `a broker is described whole`() throws {
        let text = BaseHome.text.replacing(
            "      host: 127.0.0.1\n      bridges",
            with: """
                      host: broker.example
                      version: 3.1.1
                      client_id: my-client
                      user: gateway
                      password: !secret key
                      tls: {ca: ca.pem, cert: gateway.pem, key: gateway.key}
                      own_topic: home/gateway
                      alarm_topics: [alarms/#]
                      reading_topics: readings/+/state
                      acknowledgements: true
                      canary: 10s
                      bridges
                """)
        let files = ["ca.pem": "", "gateway.pem": "", "gateway.key": ""]
        let result = BaseHome.read(text, files: files)
        #expect(BaseHome.report(result) == "")
        guard case .mqtt(let broker) = try #require(result.settings).intakes[0].connection else {
            Issue.record("the first intake is the broker")
            return
        }
        #expect(broker.host == "broker.example" && broker.port == 8883 && broker.version == .v311)
        #expect(broker.clientID == "my-client" && broker.user == "gateway")
        #expect(broker.password?.exposed == "ABCDEFGHIJKLMNOP")
        #expect(broker.tls == TLSFiles(authority: "ca.pem", certificate: "gateway.pem", key: "gateway.key"))
        #expect(broker.ownTopic == "home/gateway" && broker.takesAcknowledgements)
        #expect(broker.alarmTopics.first == "alarms/#" && broker.readingTopics.first == "readings/+/state")
        #expect(broker.canaryInterval == .seconds(10))
    }

    @Test func `includes end somewhere`() {
        var files: [String: String] = [:]
        for depth in 0..<12 { files["i\(depth).yaml"] = "include: i\(depth + 1).yaml\n" }
        files["i12.yaml"] = "rooms: {cellar: the cellar}\n"
        let text = BaseHome.text.replacing("version: 1\n", with: "version: 1\ninclude: i0.yaml\n")
        #expect(
            BaseHome.read(text, files: files).problems.map(\.message) == ["includes are nested more than 8 deep"])
    }
}
