internal import DeviceProtocols
internal import GatewayCore

// Outputs that speak a dialect: the installer names the device, the gateway knows its topics and words.
extension SettingsBuilder {
    /// - Parameter limit: how long it stays on at most.
    func dialectOutput(
        _ table: Table<OutputShape>, id: String, kind: OutputKind?, limit: Duration?
    ) -> MQTTOutput? {
        if let zigbee = table.zigbee2mqtt { return zigbeeOutput(zigbee, id: id, kind: kind, limit: limit) }
        if let shelly = table.shellyGen1 { return shellyOutput(shelly) { .shellyGen1(device: $0, relay: $1) } }
        if let shelly = table.shellyGen2 { return shellyOutput(shelly) { .shellyGen2(device: $0, relay: $1) } }
        if let tasmota = table.tasmota { return tasmotaOutput(tasmota) }
        if let esphome = table.esphome { return esphomeOutput(esphome) }
        if let zwave = table.zwave { return zwaveOutput(zwave) }
        return table.homie.flatMap(homieOutput)
    }

    private func zigbeeOutput(
        _ table: Table<Zigbee2MQTTOutputShape>, id: String, kind: OutputKind?, limit: Duration?
    ) -> MQTTOutput? {
        let bridge = zigbeeBridge(table, named: table.bridge, of: "output `\(id)`")
        let name = table.friendlyName ?? id
        checkTopic(name, at: table.place(of: "friendly_name"), allowsWildcards: false)
        let uses: OutputWay? = table.uses.flatMap { reading.choice($0.value, name: $0.key) }
        let payloads = table.stages.map(StagesShape.texts) ?? [:]
        table.finish()
        guard let bridge else { return nil }
        let usesWarning = (uses ?? (kind == .siren ? .warning : .state)) == .warning
        return OutputDialect.zigbee2mqtt(base: bridge.baseTopic, name: name, usesWarning: usesWarning)
            .output(over: bridge.bridge.intake, stages: payloads, limit: limit)
    }

    /// The words of `uses`.
    private enum OutputWay: String, CaseIterable {
        case warning
        case state
    }

    private func shellyOutput(
        _ table: Table<ShellyOutputShape>, _ dialect: (String, Int) -> OutputDialect
    ) -> MQTTOutput? {
        let intake = mqttIntake(table.pairs, named: table.intake)
        let device = checked(table.device, "device", table)
        let relay = table.relay
        table.finish()
        guard let intake, let device else { return nil }
        return dialect(device, relay).output(over: intake, stages: [:], limit: nil)
    }

    private func tasmotaOutput(_ table: Table<TasmotaOutputShape>) -> MQTTOutput? {
        let intake = mqttIntake(table.pairs, named: table.intake)
        let topic = checked(table.topic, "topic", table)
        let relay = table.relay
        table.finish()
        guard let intake, let topic else { return nil }
        return OutputDialect.tasmota(topic: topic, relay: relay).output(over: intake, stages: [:], limit: nil)
    }

    private func esphomeOutput(_ table: Table<ESPHomeOutputShape>) -> MQTTOutput? {
        let intake = mqttIntake(table.pairs, named: table.intake)
        let prefix = checked(table.prefix, "topic_prefix", table)
        let isLight = table.light != nil
        let name = checked(table.light ?? table.switchName, isLight ? "light" : "switch", table)
        let payloads = table.stages.map(StagesShape.texts) ?? [:]
        table.finish()
        guard let intake, let prefix, let name else { return nil }
        return OutputDialect.esphome(prefix: prefix, name: name, isLight: isLight)
            .output(over: intake, stages: payloads, limit: nil)
    }

    private func zwaveOutput(_ table: Table<ZWaveOutputShape>) -> MQTTOutput? {
        let intake = mqttIntake(table.pairs, named: table.intake)
        let prefix = checked(table.prefix ?? "zwave", "prefix", table)
        let node = checked(table.node, "node", table)
        let endpoint = table.endpoint
        table.finish()
        guard let intake, let prefix, let node else { return nil }
        return OutputDialect.zwaveJSUI(prefix: prefix, node: node, endpoint: endpoint)
            .output(over: intake, stages: [:], limit: nil)
    }

    private func homieOutput(_ table: Table<HomieOutputShape>) -> MQTTOutput? {
        let intake = mqttIntake(table.pairs, named: table.intake)
        let device = checked(table.device, "device", table)
        let node = checked(table.node, "node", table)
        let property = checked(table.property, "property", table)
        let version = table.version
        table.finish()
        guard let intake, let device, let node, let property else { return nil }
        return OutputDialect.homie(version: version, device: device, node: node, property: property)
            .output(over: intake, stages: [:], limit: nil)
    }

    /// A part of a topic, as it may stand there.
    private func checked<S: Shape>(_ part: String?, _ key: String, _ table: Table<S>) -> String? {
        if let part { checkTopic(part, at: table.place(of: key), allowsWildcards: false) }
        return part
    }
}
