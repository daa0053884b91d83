/// Reads messages of MQTT conventions without knowing any device.
///
/// It remembers only what announcements teach about later topics: discovery configurations of Home Assistant,
/// attributes of statestream and descriptions of Homie. Nothing that it says can raise an alert: it is for people
/// who look at a strange device.
package struct StatementReader: Sendable {
    private var discovery = DiscoveryMemory()
    private var statestream = StatestreamMemory()
    private var homie = HomieMemory()

    package init() {}

    /// What the message says.
    ///
    /// - Throws: where it is not what its convention allows, with one sentence.
    package mutating func read(
        _ message: PublishedMessage, as convention: Convention
    ) throws(StatementRefusal) -> StatementList {
        var list = StatementList(isRetained: message.isRetained)
        switch convention {
        case .zigbee2mqtt: try Zigbee2MQTTStatements.read(message, into: &list)
        case .homeAssistant: try discovery.read(message, into: &list)
        case .statestream: statestream.read(message, into: &list)
        case .shellyGen1: ShellyGen1Statements.read(message, into: &list)
        case .shellyGen2: ShellyGen2Statements.read(message, into: &list)
        case .tasmota: TasmotaStatements.read(message, into: &list)
        case .esphome: ESPHomeStatements.read(message, into: &list)
        case .rtl433: RTL433Statements.read(message, into: &list)
        case .openMQTTGateway: OpenMQTTGatewayStatements.read(message, into: &list)
        case .zwaveJSUI: ZWaveJSStatements.read(message, into: &list)
        case .homie: try homie.read(message, into: &list)
        case .vitalsBLEGateway: VitalsGatewayStatements.read(message, into: &list)
        case .json: PlainStatements.read(message, into: &list)
        }
        return list
    }
}
