/// The packet types of the RFXtrx protocol and the lengths that they can have.
///
/// The length is that of the packet's first byte, which does not count itself. There is no checksum: a known
/// pair of type and length is all that tells a packet from noise (pyRFXtrx `lowlevel.PACKET_TYPES`; security2
/// after openHAB's RFXComSecurity2Message).
enum RFXtrxPacketType: UInt8, CaseIterable, Sendable {
    case status = 0x01
    case transmitted = 0x02
    case undecoded = 0x03
    case lighting1 = 0x10
    case lighting2 = 0x11
    case lighting3 = 0x12
    case lighting4 = 0x13
    case lighting5 = 0x14
    case lighting6 = 0x15
    case chime = 0x16
    case rollerTrol = 0x19
    case rfy = 0x1A
    case funkbus = 0x1E
    case security1 = 0x20
    case security2 = 0x21
    case blinds = 0x31
    case barbecue = 0x4E
    case temperatureRain = 0x4F
    case temperature = 0x50
    case humidity = 0x51
    case temperatureHumidity = 0x52
    case barometer = 0x53
    case temperatureHumidityBarometer = 0x54
    case rain = 0x55
    case wind = 0x56
    case ultraviolet = 0x57
    case current = 0x59
    case energy = 0x5A
    case currentEnergy = 0x5B
    case powerMeter = 0x5C
    case cartelectronic = 0x60
    case rfxMeter = 0x71

    var lengths: ClosedRange<UInt8> {
        switch self {
        case .status: 13...20
        case .transmitted: 4...4
        case .undecoded: 4...36
        case .lighting1: 7...7
        case .chime: 7...10
        case .lighting3, .security1, .temperature, .humidity: 8...8
        case .lighting4, .rollerTrol, .barometer, .ultraviolet: 9...9
        case .lighting5, .barbecue, .temperatureRain, .temperatureHumidity, .rfxMeter: 10...10
        case .lighting2, .lighting6, .funkbus, .rain: 11...11
        case .rfy, .blinds: 12...12
        case .temperatureHumidityBarometer, .current: 13...13
        case .powerMeter: 15...15
        case .wind: 16...16
        case .energy: 17...17
        case .currentEnergy: 19...19
        case .cartelectronic: 17...21
        case .security2: 28...28
        }
    }

    /// Whether a packet that begins with these two bytes can exist.
    static func begins(length: UInt8, type: UInt8) -> Bool {
        Self(rawValue: type)?.lengths.contains(length) ?? false
    }
}
