/// The short names of members in Home Assistant's discovery messages, and the base topic `~`.
enum DiscoveryAbbreviations {
    private static let names: [String: String] = [
        "stat_t": "state_topic", "val_tpl": "value_template", "dev_cla": "device_class",
        "unit_of_meas": "unit_of_measurement", "uniq_id": "unique_id", "avty": "availability",
        "avty_t": "availability_topic", "avty_tpl": "availability_template", "avty_mode": "availability_mode",
        "pl_avail": "payload_available", "pl_not_avail": "payload_not_available", "pl_on": "payload_on",
        "pl_off": "payload_off", "off_dly": "off_delay", "exp_aft": "expire_after",
        "json_attr_t": "json_attributes_topic", "json_attr_tpl": "json_attributes_template", "dev": "device",
        "atype": "automation_type", "stype": "subtype", "t": "topic", "pl": "payload", "o": "origin",
        "cmps": "components", "p": "platform", "e": "encoding", "en": "enabled_by_default",
        "ent_cat": "entity_category", "frc_upd": "force_update", "stat_cla": "state_class",
        "evt_typ": "event_types", "cmd_t": "command_topic", "stat_on": "state_on", "stat_off": "state_off",
    ]

    private static let deviceNames: [String: String] = [
        "ids": "identifiers", "cns": "connections", "mf": "manufacturer", "mdl": "model", "mdl_id": "model_id",
        "hw": "hw_version", "sw": "sw_version", "sa": "suggested_area", "cu": "configuration_url",
    ]

    static func expand(_ members: [DecodedValue.Member]) -> DecodedValue { expand(members, names) }

    static func expandDevice(_ members: [DecodedValue.Member]) -> DecodedValue { expand(members, deviceNames) }

    /// Of a name that stands both ways, the long one counts.
    private static func expand(_ members: [DecodedValue.Member], _ names: [String: String]) -> DecodedValue {
        let whole = Set(members.map(\.name))
        return .object(
            members.compactMap { member in
                guard let long = names[member.name] else { return member }
                return whole.contains(long) ? nil : .init(long, member.value)
            })
    }

    /// With the base topic in its place in each topic.
    static func withBase(_ told: DecodedValue) -> DecodedValue {
        guard let base = told["~"]?.text else { return told }
        return .object(
            told.members.map { member in
                guard member.name == "topic" || member.name.hasSuffix("_topic"), let text = member.value.text else {
                    return member
                }
                return .init(member.name, .text(topic(text, base: base)))
            })
    }

    static func topic(_ text: String, base: String?) -> String {
        guard let base else { return text }
        if text.hasPrefix("~") { return base + text.dropFirst() }
        if text.hasSuffix("~") { return text.dropLast() + base }
        return text
    }
}
