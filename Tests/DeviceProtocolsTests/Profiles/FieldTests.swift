import DeviceProtocols
import GatewayCore
import Testing

/// What a field can say of where a value stands and what it means.
@Suite struct FieldTests {
    private func home(_ fields: ProfileField...) -> SampleHome {
        var profile = DeviceProfile.of(.json)
        profile.fields = fields
        return SampleHome(profile, at: "device")
    }

    @Test(arguments: [
        (Capability.temperature, MeasuredUnit.fahrenheit, "68", "20"), (.temperature, .kelvin, "293.15", "20"),
        (.voltage, .millivolt, "2990", "2.99"), (.bodyWeight, .pound, "140.65", "63.798"),
        (.bodyWeight, .gram, "72450", "72.45"), (.bloodGlucose, .millimolePerLitre, "5.5", "99.086"),
        (.systolicPressure, .kilopascal, "16", "120.01"),
        (.pressure, .kilopascal, "101.3", "1013"), (.pressure, .pascal, "101300", "1013"),
        (.power, .kilowatt, "1.2", "1200"), (.power, .milliwatt, "1500", "1.5"),
        (.energy, .wattMinute, "60000", "1"), (.energy, .wattHour, "6650", "6.65"), (.energy, .joule, "3600000", "1"),
        (.heartRate, .perSecond, "1.2", "72"), (.humidity, .percent, "45", "45"),
    ])
    func `a number is converted to its capability's unit`(
        _ capability: Capability, _ unit: MeasuredUnit, _ value: String, _ wanted: String
    ) {
        var home = home(ProfileField.number(capability, "/v").with { $0.unit = unit })
        #expect(home.publish("device", "{\"v\":\(value)}").words == ["\(capability.rawValue) \(wanted)"])
    }

    @Test func `units of something else do not fit`() {
        #expect(!MeasuredUnit.millivolt.fits(.temperature))
        #expect(!MeasuredUnit.celsius.fits(.motion))
        #expect(MeasuredUnit.all(for: .bodyWeight) == [.kilogram, .gram, .pound])
    }

    @Test func `an offset is added after the scale, and a narrower range refuses`() {
        var home = home(
            ProfileField.number(.temperature, "/v").with {
                $0.meaning = .number(scaleThousandths: 100)
                $0.offset = Quantity(thousandths: -40_000)
                $0.range = Quantity(thousandths: -20_000)...Quantity(thousandths: 50_000)
            })
        #expect(home.publish("device", #"{"v":612}"#).words == ["temperature 21.2"])
        let refused = home.publish("device", #"{"v":999}"#)
        #expect(refused.words == [] && refused.refused == 1)
        #expect(home.publish("device", #"{"v":"612"}"#).words == ["temperature 21.2"], "text numbers")
    }

    @Test func `a field is meant only where all its guards hold`() {
        var home = home(
            ProfileField.event(.helpCall, "/event", .text("single_push"))
                .only("/component", .text("input:0")).only("/channel", .integer(2)))
        #expect(
            home.publish("device", #"{"component":"input:0","channel":2,"event":"single_push"}"#).events == [.helpCall])
        home.wait(.seconds(10))
        let other = home.publish("device", #"{"component":"input:1","channel":2,"event":"single_push"}"#)
        #expect(other.events == [] && other.unmapped == 1 && other.unmappedNames == ["event"])
        #expect(home.publish("device", #"{"component":"input:0","event":"single_push"}"#).events == [])
    }

    @Test func `a group is taken whole or not at all`() {
        let cuff = [
            ProfileField.number(.systolicPressure, "/s").with { $0.group = "cuff" },
            ProfileField.number(.diastolicPressure, "/d").with { $0.group = "cuff" },
            ProfileField.number(.heartRate, "/p"),
        ]
        var profile = DeviceProfile.of(.json)
        profile.fields = cuff
        var home = SampleHome(profile, at: "device")
        #expect(
            home.publish("device", #"{"s":120,"d":78,"p":71}"#).words == [
                "systolic_pressure 120", "diastolic_pressure 78", "heart_rate 71",
            ])
        for (payload, refused) in [
            (#"{"s":120,"p":71}"#, 1), (#"{"s":120,"d":null,"p":71}"#, 1), (#"{"s":120,"d":4000,"p":71}"#, 2),
            (#"{"s":78,"d":120,"p":71}"#, 2),
        ] {
            let decoded = home.publish("device", payload)
            #expect(decoded.words == ["heart_rate 71"], "\(payload)")
            #expect(decoded.refused == refused, "\(payload)")
        }
        let none = home.publish("device", #"{"p":71}"#)
        #expect(none.words == ["heart_rate 71"] && none.refused == 0)
    }

    @Test func `the same count is a copy however late, and the next one a press however soon`() {
        var home = home(ProfileField.event(.helpCall, "/event", .text("S")).with { $0.counter = "/count" })
        #expect(home.publish("device", #"{"event":"S","count":2}"#).events == [.helpCall])
        home.wait(.seconds(3_600))
        let copy = home.publish("device", #"{"event":"S","count":2}"#)
        #expect(copy.events == [] && copy.copies == 1)
        #expect(home.publish("device", #"{"event":"S","count":3}"#).events == [.helpCall])
        #expect(home.publish("device", #"{"event":"S","count":4}"#).events == [.helpCall])
        // Without its count it is told by time, as any other.
        home.wait(.seconds(10))
        #expect(home.publish("device", #"{"event":"S"}"#).events == [.helpCall])
        #expect(home.publish("device", #"{"event":"S"}"#).events == [])
    }

    @Test func `what the broker kept counts, and is no press`() {
        var home = home(ProfileField.event(.helpCall, "/event", .text("S")).with { $0.counter = "/count" })
        #expect(home.publish("device", #"{"event":"S","count":2}"#, retained: true).events == [])
        #expect(home.publish("device", #"{"event":"S","count":2}"#).events == [])
        #expect(home.publish("device", #"{"event":"S","count":2}"#, redelivered: true).events == [.helpCall])
    }

    @Test func `an event whose value stays happens when it comes`() {
        var home = home(ProfileField.event(.fall, "/fall", .flag(true)).with { $0.stays = true })
        #expect(home.publish("device", #"{"fall":true}"#).events == [.fall])
        home.wait(.seconds(60))
        #expect(home.publish("device", #"{"fall":true}"#).events == [])
        #expect(home.publish("device", #"{"fall":false}"#).events == [])
        home.wait(.seconds(60))
        #expect(home.publish("device", #"{"fall":true}"#).events == [.fall])
    }

    @Test func `what is private is neither read nor named, and what is unmapped is named without its value`() {
        var profile = DeviceProfile.of(.json, .number(.battery, "/data/battery"))
        profile.privates = ["/nameEN", "/data/citiz"]
        var home = SampleHome(profile, at: "device")
        let decoded = home.publish(
            "device", #"{"nameEN":"Jane Roe","data":{"citiz":"1100","battery":80,"mode":"Head"},"from":"PI"}"#)
        #expect(decoded.words == ["battery 80"])
        #expect(decoded.unmapped == 2)
        #expect(decoded.unmappedNames.sorted() == ["data/mode", "from"])
    }

    @Test func `names of what is unmapped are bounded`() {
        var home = home(ProfileField.number(.battery, "/battery"))
        let members = (0..<200).map { "\"m\($0)\":1" } + ["\"\(String(repeating: "x", count: 97))\":1"]
        let decoded = home.publish("device", "{\(members.joined(separator: ","))}")
        #expect(decoded.unmapped == 201)
        #expect(decoded.unmappedNames.count == 16)
    }

    @Test func `missing and null and empty change nothing`() {
        var home = home(
            ProfileField.state(.open, "/open", on: .text("open"), off: .text("")),
            ProfileField.event(.helpCall, "/event", .text("")))
        for payload in [#"{}"#, #"{"open":null,"event":null}"#, #"{"open":"","event":""}"#] {
            #expect(home.publish("device", payload).readings.isEmpty, "\(payload)")
        }
    }
}
