import DeviceProtocols
import GatewayCore

extension DeviceProfile {
    /// Tuya TS0215A: presses as `action`, with a numeric battery.
    static let pendant = DeviceProfile(
        id: "pendant", title: "Pendant", maker: "Tuya", dialect: .zigbee2mqtt,
        fields: [
            ProfileField(
                path: "/action", capability: .helpCall, meaning: .happens(when: [.text("emergency"), .text("sos")])),
            ProfileField(path: "/action", capability: .cancel, meaning: .happens(when: [.text("off")])),
            ProfileField(path: "/battery", capability: .battery, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/linkquality", capability: .linkQuality, meaning: .number(scaleThousandths: 1_000)),
        ])

    /// Feibit SEB01ZB: the call is a value that stays.
    static let cord = DeviceProfile(
        id: "cord", title: "Pull cord", maker: "Feibit", dialect: .zigbee2mqtt,
        fields: [
            ProfileField(path: "/sos", capability: .helpCall, meaning: .happens(when: [.flag(true)])),
            ProfileField(
                path: "/battery_low", capability: .batteryLow,
                meaning: .state(on: [.flag(true)], off: [.flag(false)])),
        ])

    static let door = DeviceProfile(
        id: "door", title: "Door contact", maker: "Aqara", dialect: .zigbee2mqtt,
        fields: [
            ProfileField(
                path: "/contact", capability: .open, meaning: .state(on: [.flag(false)], off: [.flag(true)])),
            ProfileField(path: "/voltage", capability: .voltage, meaning: .number(scaleThousandths: 1)),
            ProfileField(path: "/temperature", capability: .temperature, meaning: .number(scaleThousandths: 1_000)),
        ])

    static let climate = DeviceProfile(
        id: "climate", title: "Climate", maker: "Any", dialect: .json,
        fields: [
            ProfileField(path: "/temperature", capability: .temperature, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/humidity", capability: .humidity, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/battery", capability: .battery, meaning: .number(scaleThousandths: 1_000)),
            ProfileField(path: "/linkquality", capability: .linkQuality, meaning: .number(scaleThousandths: 1_000)),
        ])

    static let mat = DeviceProfile(
        id: "mat", title: "Bed mat", maker: "Any", dialect: .json,
        fields: [
            ProfileField(
                path: "/occupied", capability: .bedOccupied,
                meaning: .state(on: [.flag(true)], off: [.flag(false)])),
            ProfileField(path: "/press", capability: .buttonPress, meaning: .happens(when: [.integer(1)])),
        ])

    /// KD101: reports fire as panic (status 6).
    static let smoke = DeviceProfile(
        id: "kd101", title: "Smoke detector", maker: "KD101", dialect: .rfxtrx,
        fields: [
            ProfileField(
                path: "status", capability: .smoke, meaning: .state(on: [.integer(6)], off: [.integer(7)])),
            ProfileField(path: "tamper", capability: .tamper, meaning: .state(on: [.flag(true)], off: [.flag(false)])),
            ProfileField(path: "signal", capability: .signalLevel, meaning: .number(scaleThousandths: 1_000)),
        ])

    static let remote = DeviceProfile(
        id: "meiantech", title: "Panic remote", maker: "Meiantech", dialect: .rfxtrx,
        fields: [
            ProfileField(path: "status", capability: .helpCall, meaning: .happens(when: [.integer(6)])),
            ProfileField(path: "signal", capability: .signalLevel, meaning: .number(scaleThousandths: 1_000)),
        ])
}

extension DeviceProfile {
    /// PTM 2xx: a pull cord or a rocker that calls for help.
    static let rocker = DeviceProfile(
        id: "rocker", title: "Call button", maker: "EnOcean", dialect: .enOcean, eep: "F6-02-01",
        fields: [
            ProfileField(path: "EB", capability: .helpCall, meaning: .happens(when: [.integer(1)])),
            ProfileField(path: "dbm", capability: .signalLevel, meaning: .number(scaleThousandths: 1_000)),
        ], repeatWithin: .zero)

    static let enOceanDoor = DeviceProfile(
        id: "enocean-door", title: "Door", maker: "EnOcean", dialect: .enOcean, eep: "D5-00-01",
        fields: [
            ProfileField(path: "CO", capability: .open, meaning: .state(on: [.integer(0)], off: [.integer(1)]))
        ])

    static let enOceanRoom = DeviceProfile(
        id: "enocean-room", title: "Room", maker: "EnOcean", dialect: .enOcean, eep: "A5-02-05",
        fields: [
            ProfileField(path: "TMP", capability: .temperature, meaning: .number(scaleThousandths: 1_000))
        ])
}

extension EnrolledDevice {
    /// `zigbee2mqtt/<name>`.
    static func zigbee(_ name: String, _ profile: DeviceProfile) -> EnrolledDevice {
        EnrolledDevice(
            id: DeviceID(name), intake: SampleHome.broker, bridge: SampleHome.zigbee,
            address: .topic("zigbee2mqtt/" + name), profile: profile)
    }

    static func radio(_ name: String, _ identity: String, _ profile: DeviceProfile) -> EnrolledDevice {
        EnrolledDevice(id: DeviceID(name), intake: SampleHome.radio, address: .frame(identity), profile: profile)
    }

    static func enOcean(_ name: String, _ sender: String, _ profile: DeviceProfile) -> EnrolledDevice {
        EnrolledDevice(id: DeviceID(name), intake: SampleHome.enOcean, address: .frame(sender), profile: profile)
    }

    static func line(_ name: String, _ profile: DeviceProfile) -> EnrolledDevice {
        EnrolledDevice(id: DeviceID(name), intake: SampleHome.line, address: .line(name), profile: profile)
    }
}
