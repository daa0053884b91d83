import DeviceProtocols
import Testing

/// Who speaks behind a broker.
struct TrafficBookTests {
    private func book(_ messages: [(String, String)]) -> TrafficBook {
        var book = TrafficBook()
        for (topic, payload) in messages {
            book.take(topic: topic, bytes: Array(payload.utf8), isRetained: false)
        }
        return book
    }

    @Test func `each sender stands once, with all that it has told`() {
        let book = book([
            ("shellies/shellydw2-A4/sensor/state", "open"), ("shellies/shellydw2-A4/sensor/battery", "88"),
            ("shellies/shellydw2-A4/sensor/state", "close"), ("tele/plug/LWT", "Online"),
            ("living/room/lamp", "on"), ("tele/plug/INFO1", "{}"), ("shellies/other/temperature_f", "70"),
        ])
        #expect(book.speakers.map(\.device) == ["shellies/shellydw2-A4", "plug"])
        #expect(book.speakers[0].capabilities == ["battery", "contact.open"] && book.speakers[0].messages == 3)
        #expect(book.speakers[1].convention == .tasmota && book.speakers[1].capabilities == ["device.available"])
    }

    @Test func `what was announced and taken back is not there`() {
        let config = #"{"state_topic":"a","device_class":"door"}"#
        let topics = ["homeassistant/binary_sensor/a/config", "homeassistant/binary_sensor/b/config"]
        let book = book([(topics[0], config), (topics[1], config), (topics[0], ""), ("homeassistant/sensor/c/config", "{}")])
        #expect(book.announced.map(\.object) == ["b"])
        #expect(book.speakers.isEmpty)
    }

    @Test func `a flood of senders fills no memory`() {
        var book = TrafficBook()
        for number in 0..<2_000 {
            book.take(topic: "tele/t\(number)/LWT", bytes: Array("Online".utf8), isRetained: true)
        }
        #expect(book.speakers.count == 512)
    }
}
