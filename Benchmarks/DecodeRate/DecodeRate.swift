internal import DeviceProtocols
internal import FoundationEssentials
internal import GatewayCore
internal import Glibc

/// How many messages of Zigbee2MQTT one core decodes in a second: 200 devices, six kinds of message, all states new;
/// and beside it how many of the same messages the library's parser reads into a struct, which decides nothing.
///
///     PULLCORD_TARGETS=DecodeRate swift run -c release --scratch-path .build-rate DecodeRate
@main
enum DecodeRate {
    private static let rounds = 5
    private static let count = 200_000
    private static let broker = IntakeID("broker")
    private static let bridge = BridgeID("zigbee")

    private static let profile = DeviceProfile(
        id: "bench", title: "Bench", maker: "several", dialect: .zigbee2mqtt,
        fields: [
            ProfileField(path: "/action", capability: .helpCall, meaning: .happens(when: [.text("emergency")])),
            ProfileField(
                path: "/contact", capability: .open, meaning: .state(on: [.flag(false)], off: [.flag(true)])),
            ProfileField(
                path: "/occupancy", capability: .motion, meaning: .state(on: [.flag(true)], off: [.flag(false)])),
            ProfileField(path: "/temperature", capability: .temperature, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/humidity", capability: .humidity, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/battery", capability: .battery, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/linkquality", capability: .linkQuality, meaning: .number(scaleThousandths: 1_000)),
        ])

    private static let payloads = [
        #"{"battery":97,"contact":false,"device_temperature":22,"linkquality":141,"power_outage_count":1,"#
            + #""voltage":2995}"#,
        #"{"battery":98,"illuminance":52,"last_seen":"2026-11-22T17:29:59.123Z","linkquality":141,"occupancy":true}"#,
        #"{"battery":87,"humidity":44.31,"linkquality":96,"pressure":1013.2,"temperature":21.37,"voltage":2990}"#,
        #"{"action":"emergency","battery":null,"linkquality":90}"#,
        #"{"action":"on","battery":74,"linkquality":120,"update":{"installed_version":587753009,"#
            + #""latest_version":587753009,"state":"idle"},"update_available":false}"#,
        #"{"battery":100,"battery_low":false,"last_seen":"2026-11-22T17:29:59+01:00","linkquality":75,"#
            + #""tamper":false,"voltage":3000,"water_leak":false}"#,
    ].map { Array($0.utf8) }

    /// The least that a struct can ask for.
    private struct Battery: Decodable {
        var battery: Double?
    }

    static func main() {
        let names = (0..<200).map { "zigbee2mqtt/sensor-\($0)" }
        let devices = names.map { topic in
            EnrolledDevice(
                id: DeviceID(String(topic.dropFirst(12))), intake: broker, bridge: bridge, address: .topic(topic),
                profile: profile)
        }
        var decoder = ArrivalDecoder(
            formats: [
                IntakeFormat(
                    intake: broker, form: .mqtt(bridges: [.init(bridge: bridge, baseTopic: "zigbee2mqtt")]))
            ], enrolled: devices)
        var moment = Moment(
            boot: .zero, wall: WallTime(milliseconds: 1_795_368_600_000), quality: .synchronised)
        let size = payloads.reduce(0) { $0 + $1.count } / payloads.count
        print("messages of \(size) bytes on average, in a second of one core: decoded, by the library's parser alone")
        for _ in 0..<rounds {
            var readings = 0
            let decoded = rate { number in
                moment.boot = moment.boot + .milliseconds(1)
                moment.wall = moment.wall + .milliseconds(1)
                let decoded = decoder.decode(
                    Arrival(
                        intake: broker, address: names[number % names.count],
                        bytes: payloads[number % payloads.count], moment: moment, isAlarmClass: false))
                readings += decoded.readings.count
            }
            let library = JSONDecoder()
            var batteries = 0
            let parsed = rate { number in
                let bytes = FoundationEssentials.Data(payloads[number % payloads.count])
                if let message = try? library.decode(Battery.self, from: bytes), message.battery != nil {
                    batteries += 1
                }
            }
            precondition(readings > count && batteries > count / 2, "Both read the messages.")
            print("\(decoded), \(parsed)")
        }
    }

    /// How often in a second of processor time the body runs, one call for each message: other work on the machine
    /// does not count.
    private static func rate(_ body: (Int) -> Void) -> Int {
        let start = clock()
        for number in 0..<count { body(number) }
        return count * Int(CLOCKS_PER_SEC) / max(1, clock() - start)
    }
}
