import DemoHome
import Foundation
import Testing

/// `pullcord devices decode`, as a support person pipes lines into it.
struct DecodeCommandTests {
    /// What the command printed for one line.
    struct Answer {
        let object: [String: Any]

        var isValid: Bool { object["valid"] as? Bool ?? false }
        var reason: String { object["reason"] as? String ?? "" }
        var line: Int? { object["line"] as? Int }
        var decoded: Any? { object["decoded"] }
        var readings: [[String: Any]] { object["readings"] as? [[String: Any]] ?? [] }

        /// "contact.open=1", "temperature=-0.85 Cel".
        var said: [String] {
            readings.map { reading in
                let value = reading["value"].map { "\($0)" } ?? ""
                return "\(reading["capability"] ?? "")=\(value)" + ((reading["unit"] as? String).map { " " + $0 } ?? "")
            }
        }
    }

    private func decode(
        _ lines: [String], _ options: [String] = []
    ) async throws -> (code: Int32, answers: [Answer]) {
        try await withBuiltCommand { command in
            try command.write(lines.joined(separator: "\n") + "\n", to: "lines")
            let ended = try await command.run(["devices", "decode"] + options, input: command.path("lines"))
            let answers = try ended.output.split(separator: "\n").map { line in
                let object = try JSONSerialization.jsonObject(with: Foundation.Data(line.utf8)) as? [String: Any]
                return Answer(object: try #require(object))
            }
            return (ended.code, answers)
        }
    }

    private static var folder: String { ProjectFolder.root + "/Tests/DeviceProtocolsTests/Vectors" }

    private func json(_ object: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    /// Whether all that is expected stands in what was printed: objects may hold more.
    private func holds(_ printed: Any?, _ expected: Any) -> Bool {
        switch expected {
        case let members as [String: Any]:
            guard let object = printed as? [String: Any] else { return false }
            return members.allSatisfy { holds(object[$0.key], $0.value) }
        case let elements as [Any]:
            guard let list = printed as? [Any], list.count == elements.count else { return false }
            return zip(list, elements).allSatisfy { holds($0, $1) }
        case let number as NSNumber:
            guard let other = printed as? NSNumber else { return false }
            return abs(other.doubleValue - number.doubleValue) <= 1e-9 * max(1, abs(number.doubleValue))
        case is NSNull: return printed == nil || printed is NSNull
        case let text as String: return printed as? String == text
        default: return false
        }
    }

    @Test func `every vector of every protocol decodes to its values, in one run and in order`() async throws {
        var lines: [String] = []
        var expected: [(id: String, isValid: Bool, decoded: Any)] = []
        for name in ["rfxtrx", "enocean", "mysensors", "rflink", "dsmr", "cms50"] {
            guard let bytes = FileManager.default.contents(atPath: "\(Self.folder)/\(name).json") else { continue }
            let file = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
            for vector in file?["vectors"] as? [[String: Any]] ?? [] {
                let decoded = vector["decoded"] ?? NSNull()
                var line = vector.filter { ["id", "frame", "frame_hex", "chunks_hex", "group"].contains($0.key) }
                line["protocol"] = name
                if let eep = (decoded as? [String: Any])?["eep"] { line["eep"] = eep }
                lines.append(try json(line))
                expected.append((vector["id"] as? String ?? "", vector["valid"] as? Bool ?? true, decoded))
            }
        }
        #expect(expected.count > 90)
        let (code, answers) = try await decode(lines)
        #expect(code == 0)
        try #require(answers.count == expected.count)
        for (place, (answer, wanted)) in zip(answers, expected).enumerated() {
            #expect(answer.line == place + 1 && answer.object["id"] as? String == wanted.id)
            #expect(answer.isValid == wanted.isValid, "\(wanted.id): \(answer.object)")
            if let stream = wanted.decoded as? [String: Any], let headers = stream["telegram_headers"] as? [String] {
                // Of a meter's streams only the headers are stated; printed is each telegram whole.
                let telegrams = answer.decoded as? [[String: Any]]
                #expect(telegrams?.map { $0["header"] as? String } == headers, "\(wanted.id)")
            } else if wanted.isValid {
                #expect(holds(answer.decoded, wanted.decoded), "\(wanted.id): \(answer.object) is not \(wanted.decoded)")
            } else {
                #expect(answer.reason.hasSuffix(".") && answer.readings.isEmpty, "\(wanted.id)")
            }
        }
    }

    @Test func `the collected messages go in as they are collected`() async throws {
        let text = try String(contentsOfFile: Self.folder + "/mqtt_samples.jsonl", encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        let (code, answers) = try await decode(lines)
        #expect(code == 0 && answers.count == 126)
        // What each says is tested where it is read; these are of all forms.
        let said = Dictionary(uniqueKeysWithValues: answers.map { ($0.object["id"] as? String ?? "", $0) })
        #expect(said["mqtt-009"]?.said == [] && said["mqtt-009"]?.isValid == true)
        #expect(said["mqtt-019"]?.said == ["temperature=-0.85 Cel"])
        #expect(said["mqtt-041"]?.isValid == false && said["mqtt-041"]?.reason.contains("`topics`") == true)
        #expect(said["mqtt-164"]?.readings.first?["dedupe"] as? Int == 30)
        #expect(said["mqtt-239"]?.readings.first?["means"] as? String == "open")
        #expect(said["mqtt-241"]?.object["device"] as? String == "shellies/shellybutton1-A4CF12F454A3")
    }

    @Test func `frames say what their documents leave no doubt about`() async throws {
        let (_, answers) = try await decode([
            #"{"protocol":"rfxtrx","frame_hex":"082000101234560289"}"#,
            #"{"protocol":"rfxtrx","frame_hex":"0a 52 02 11 70 02 80 a7 2d 00 89"}"#,
            #"{"protocol":"mysensors","frame":"1;255;3;0;0;57\n"}"#,
            #"{"protocol":"mysensors","frame":"1;1;1;0;16;1\n"}"#,
            #"{"protocol":"mysensors","frame":"1;1;0;0;0;\n1;1;1;0;16;1\n"}"#,
            #"{"protocol":"rflink","frame":"20;63;SmokeAlert;ID=123456;SMOKEALERT=ON;\r\n"}"#,
            #"{"protocol":"cms50","frame_hex":"01e085b396c1e1ffff"}"#,
        ])
        #expect(answers.allSatisfy { $0.isValid })
        #expect(answers[0].said == ["contact.open=1", "tamper=0"])
        #expect(answers[1].said == ["temperature=-16.7 Cel", "humidity=45 %"])
        #expect(answers[2].said == ["battery=57 %"])
        #expect(answers[3].said == [], "what tripped is not told")
        #expect(answers[4].said == ["contact.open=1"] && answers[4].decoded is [Any])
        #expect(answers[5].said == ["smoke=1"])
        #expect(answers[6].said == ["heart_rate=65 /min", "spo2=97 %"])
    }

    @Test func `a hostile line gets a sentence, and the next line its answer`() async throws {
        let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
        let cases: [(line: String, words: String)] = [
            ("", "empty"),
            ("not json", "not JSON"),
            ("[1]", "not an object"),
            ("\"text\"", "not an object"),
            ("{\"protocol\":5}", "`protocol` must be a text"),
            (#"{"protocol":"rfxtx","frame_hex":"00"}"#, "did you mean `rfxtrx`?"),
            (#"{"dialect":"zigbee2mqt","topic":"a","payload":""}"#, "did you mean `zigbee2mqtt`?"),
            (#"{"protcol":"rfxtrx","frame_hex":"00"}"#, "did you mean `protocol`?"),
            ("{}", "neither `protocol` nor `dialect`"),
            (#"{"protocol":"rfxtrx"}"#, "none of `frame_hex`"),
            (#"{"protocol":"rfxtrx","frame_hex":"082"}"#, "odd number"),
            (#"{"protocol":"rfxtrx","frame_hex":"zz"}"#, "not hexadecimal"),
            (#"{"protocol":"rfxtrx","frame_hex":7}"#, "`frame_hex` must be a text"),
            (#"{"protocol":"rfxtrx","frame_hex":""}"#, "no whole frame"),
            (#"{"protocol":"rfxtrx","chunks_hex":"08"}"#, "list"),
            (#"{"protocol":"rfxtrx","chunks_hex":[8]}"#, "`chunks_hex` must be a text"),
            (#"{"protocol":"json_lines","frame":"{}"}"#, "There is no protocol"),
            (#"{"dialect":"tasmota","payload":"1"}"#, "no `topic`"),
            (#"{"dialect":"tasmota","topic":"a"}"#, "no `payload`"),
            (#"{"dialect":"tasmota","topic":"a/#","payload":""}"#, "wildcard"),
            (#"{"dialect":"tasmota","topic":"a","payload":"","retain":"yes"}"#, "`retain` must be true or false"),
            (#"{"dialect":"tasmota","topic":"a","payload":"{"}"#, "begins as JSON does"),
            (#"{"dialect":"tasmota","topic":"a","payload":"# + String(repeating: "9", count: 70_000) + "}", "longer than"),
            ("{\"a\":" + deep + "}", "nested too deeply"),
            ("{\"dialect\":\"tasmota\",\"topic\":\"a\",\"payload\":\"\u{0}\"}", "not JSON"),
        ]
        let good = #"{"id":[1,null],"dialect":"tasmota","topic":"tele/a/LWT","payload":"Online"}"#
        let (code, answers) = try await decode(cases.flatMap { [$0.line, good] })
        #expect(code == 0)
        try #require(answers.count == cases.count * 2)
        for (place, (line, words)) in cases.enumerated() {
            let answer = answers[place * 2]
            #expect(!answer.isValid && answer.reason.contains(words), "\(line.prefix(80)): \(answer.object)")
            #expect(answer.line == place * 2 + 1 && answer.decoded is NSNull && answer.readings.isEmpty)
            #expect(answers[place * 2 + 1].said == ["device.available=1"])
        }
        #expect(answers[1].object["id"] as? [Any] != nil)
    }

    @Test func `noise in hexadecimal never ends the command`() async throws {
        var state: UInt64 = 7
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let names = ["rfxtrx", "mysensors", "rflink", "dsmr", "cms50"]
        let lines = (0..<1_000).map { number in
            let hex = (0..<(next() % 60)).map { _ in String(format: "%02x", next() % 256) }.joined()
            return #"{"protocol":"\#(names[number % names.count])","frame_hex":"\#(hex)"}"#
        }
        let (code, answers) = try await decode(lines)
        #expect(code == 0 && answers.count == 1_000)
        #expect(answers.allSatisfy { $0.isValid || $0.reason.hasSuffix(".") })
    }

    @Test func `with --fail a line that says nothing ends the command with 1`() async throws {
        let good = #"{"dialect":"tasmota","topic":"tele/a/LWT","payload":"Online"}"#
        #expect(try await decode([good], ["--fail"]).code == 0)
        #expect(try await decode([good, "x", good], ["--fail"]).code == 1)
    }

    @Test func `announcements teach later lines of the same input`() async throws {
        let (_, answers) = try await decode([
            #"{"dialect":"home_assistant","topic":"g/state","payload":"ON"}"#,
            #"{"dialect":"home_assistant","topic":"homeassistant/binary_sensor/g/config","payload":{"device_class":"motion","state_topic":"g/state"},"retain":true}"#,
            #"{"dialect":"home_assistant","topic":"g/state","payload":"ON"}"#,
        ])
        #expect(answers.map(\.said) == [[], ["discovery.binary_sensor=motion"], ["motion=1"]])
    }
}
