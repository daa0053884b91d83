/// One kind of line in a telegram: its name, its code and how its value is written (dsmr-parser 1.11,
/// `telegram_specifications` and `obis_references`).
struct DSMRObject: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        case text, whole, number, time
        /// A time and a number.
        case reading
        /// Before version 4: a time, four descriptions, the unit, and the number on a line of its own.
        case oldReading
        /// Power failures: each its end and its seconds.
        case failures
        /// The highest power of each of the last months.
        case peaks
    }

    /// Which devices at the meter send it.
    enum Channel: Hashable, Sendable {
        case any
        /// The meter itself, channel 0.
        case meter
        /// Behind it on the M-Bus, channels 1 to 9.
        case bus

        func allows(_ channel: Int) -> Bool {
            switch self {
            case .any: true
            case .meter: channel == 0
            case .bus: channel > 0
            }
        }
    }

    let name: String
    let codes: [String]
    let form: Form
    let channel: Channel

    init(_ name: String, _ codes: String..., form: Form = .number, channel: Channel = .any) {
        self.name = name
        self.codes = codes
        self.form = form
        self.channel = channel
    }

    /// The object of a name, which stands in the catalog.
    static func named(_ name: String, as form: Form? = nil) -> DSMRObject {
        guard let object = catalog[name] else { preconditionFailure("There is no object \(name) in the catalog.") }
        return form.map { DSMRObject(object, $0) } ?? object
    }

    private init(_ object: DSMRObject, _ form: Form) {
        name = object.name
        codes = object.codes
        self.form = form
        channel = object.channel
    }

    private static let catalog = Dictionary(uniqueKeysWithValues: objects.map { ($0.name, $0) })

    private static let objects = [
        DSMRObject("ACTUAL_SWITCH_POSITION", "96.3.10", form: .whole),
        DSMRObject("ACTUAL_TRESHOLD_ELECTRICITY", "17.0.0"),
        DSMRObject("BELGIUM_CURRENT_AVERAGE_DEMAND", "1.4.0"),
        DSMRObject("BELGIUM_EQUIPMENT_IDENTIFIER", "96.1.1", form: .text, channel: .meter),
        DSMRObject("BELGIUM_MAXIMUM_DEMAND_13_MONTHS", "98.1.0", form: .peaks),
        DSMRObject("BELGIUM_MAXIMUM_DEMAND_MONTH", "1.6.0", form: .reading),
        DSMRObject("BELGIUM_VERSION_INFORMATION", "96.1.4", form: .text),
        DSMRObject("COSEM_LOGICAL_DEVICE_NAME", "42.0.0", form: .text),
        DSMRObject("CURRENT_ELECTRICITY_DELIVERY", "2.7.0"),
        DSMRObject("CURRENT_ELECTRICITY_USAGE", "1.7.0"),
        DSMRObject("CURRENT_REACTIVE_EXPORTED", "4.7.0"),
        DSMRObject("CURRENT_REACTIVE_IMPORTED", "3.7.0"),
        DSMRObject("DEVICE_TYPE", "24.1.0", form: .whole),
        DSMRObject("ELECTRICITY_ACTIVE_TARIFF", "96.14.0", form: .text),
        DSMRObject("ELECTRICITY_COMBINED", "15.8.0"),
        DSMRObject("ELECTRICITY_DELIVERED_TARIFF_1", "2.8.1"),
        DSMRObject("ELECTRICITY_DELIVERED_TARIFF_2", "2.8.2"),
        DSMRObject("ELECTRICITY_DELIVERED_TARIFF_3", "2.8.3"),
        DSMRObject("ELECTRICITY_DELIVERED_TARIFF_4", "2.8.4"),
        DSMRObject("ELECTRICITY_EXPORTED_TOTAL", "2.8.0"),
        DSMRObject("ELECTRICITY_IMPORTED_TOTAL", "1.8.0"),
        DSMRObject("ELECTRICITY_REACTIVE_EXPORTED_TARIFF_1", "4.8.1"),
        DSMRObject("ELECTRICITY_REACTIVE_EXPORTED_TARIFF_2", "4.8.2"),
        DSMRObject("ELECTRICITY_REACTIVE_EXPORTED_TOTAL", "4.8.0"),
        DSMRObject("ELECTRICITY_REACTIVE_IMPORTED_TARIFF_1", "3.8.1"),
        DSMRObject("ELECTRICITY_REACTIVE_IMPORTED_TARIFF_2", "3.8.2"),
        DSMRObject("ELECTRICITY_REACTIVE_IMPORTED_TOTAL", "3.8.0"),
        DSMRObject("ELECTRICITY_REACTIVE_TOTAL_Q1", "5.8.0"),
        DSMRObject("ELECTRICITY_REACTIVE_TOTAL_Q2", "6.8.0"),
        DSMRObject("ELECTRICITY_REACTIVE_TOTAL_Q3", "7.8.0"),
        DSMRObject("ELECTRICITY_REACTIVE_TOTAL_Q4", "8.8.0"),
        DSMRObject("ELECTRICITY_USED_TARIFF_1", "1.8.1"),
        DSMRObject("ELECTRICITY_USED_TARIFF_2", "1.8.2"),
        DSMRObject("ELECTRICITY_USED_TARIFF_3", "1.8.3"),
        DSMRObject("ELECTRICITY_USED_TARIFF_4", "1.8.4"),
        DSMRObject("EQUIPMENT_IDENTIFIER", "96.1.1", form: .text),
        DSMRObject("EQUIPMENT_IDENTIFIER_GAS", "96.1.0", form: .text),
        DSMRObject("EQUIPMENT_SERIAL_NUMBER", "96.1.0", form: .text),
        DSMRObject("FREQUENCY", "14.7.0"),
        DSMRObject("FUSE_THRESHOLD_L1", "31.4.0"),
        DSMRObject("FUSE_THRESHOLD_L2", "51.4.0"),
        DSMRObject("FUSE_THRESHOLD_L3", "71.4.0"),
        DSMRObject("GAS_METER_READING", "24.3.0", form: .oldReading),
        DSMRObject("HOURLY_GAS_METER_READING", "24.2.1", form: .reading),
        DSMRObject("INSTANTANEOUS_ACTIVE_POWER_L1_NEGATIVE", "22.7.0"),
        DSMRObject("INSTANTANEOUS_ACTIVE_POWER_L1_POSITIVE", "21.7.0"),
        DSMRObject("INSTANTANEOUS_ACTIVE_POWER_L2_NEGATIVE", "42.7.0"),
        DSMRObject("INSTANTANEOUS_ACTIVE_POWER_L2_POSITIVE", "41.7.0"),
        DSMRObject("INSTANTANEOUS_ACTIVE_POWER_L3_NEGATIVE", "62.7.0"),
        DSMRObject("INSTANTANEOUS_ACTIVE_POWER_L3_POSITIVE", "61.7.0"),
        DSMRObject("INSTANTANEOUS_CURRENT_L1", "31.7.0"),
        DSMRObject("INSTANTANEOUS_CURRENT_L2", "51.7.0"),
        DSMRObject("INSTANTANEOUS_CURRENT_L3", "71.7.0"),
        DSMRObject("INSTANTANEOUS_POWER_FACTOR_L1", "33.7.0"),
        DSMRObject("INSTANTANEOUS_POWER_FACTOR_L2", "53.7.0"),
        DSMRObject("INSTANTANEOUS_POWER_FACTOR_L3", "73.7.0"),
        DSMRObject("INSTANTANEOUS_POWER_FACTOR_TOTAL", "13.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_L1_NEGATIVE", "24.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_L1_POSITIVE", "23.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_L2_NEGATIVE", "44.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_L2_POSITIVE", "43.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_L3_NEGATIVE", "64.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_L3_POSITIVE", "63.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_Q1", "5.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_Q2", "6.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_Q3", "7.7.0"),
        DSMRObject("INSTANTANEOUS_REACTIVE_POWER_Q4", "8.7.0"),
        DSMRObject("INSTANTANEOUS_VOLTAGE_L1", "32.7.0"),
        DSMRObject("INSTANTANEOUS_VOLTAGE_L2", "52.7.0"),
        DSMRObject("INSTANTANEOUS_VOLTAGE_L3", "72.7.0"),
        DSMRObject("LONG_POWER_FAILURE_COUNT", "96.7.9", form: .whole),
        DSMRObject("LUXEMBOURG_EQUIPMENT_IDENTIFIER", "42.0.0", form: .text),
        DSMRObject("MBUS_DEVICE_TYPE", "24.1.0", form: .whole, channel: .bus),
        DSMRObject("MBUS_EQUIPMENT_IDENTIFIER", "96.1.0", "96.1.1", form: .text, channel: .bus),
        DSMRObject("MBUS_METER_READING", "24.2.1", "24.2.3", form: .reading, channel: .bus),
        DSMRObject("MBUS_VALVE_POSITION", "24.4.0", form: .whole, channel: .bus),
        DSMRObject("P1_MESSAGE_HEADER", "0.2.8", form: .text),
        DSMRObject("P1_MESSAGE_TIMESTAMP", "1.0.0", form: .time),
        DSMRObject("POWER_EVENT_FAILURE_LOG", "99.97.0", form: .failures),
        DSMRObject("Q3D_EQUIPMENT_IDENTIFIER", "0.0.0", form: .text),
        DSMRObject("Q3D_EQUIPMENT_SERIALNUMBER", "96.1.255", form: .text),
        DSMRObject("Q3D_EQUIPMENT_STATE", "96.5.5", form: .text),
        DSMRObject("SHORT_POWER_FAILURE_COUNT", "96.7.21", form: .whole),
        DSMRObject("TEXT_MESSAGE", "96.13.0", form: .text),
        DSMRObject("TEXT_MESSAGE_CODE", "96.13.1", form: .whole),
        DSMRObject("VALVE_POSITION_GAS", "24.4.0", form: .text),
        DSMRObject("VOLTAGE_SAG_L1_COUNT", "32.32.0", form: .whole),
        DSMRObject("VOLTAGE_SAG_L2_COUNT", "52.32.0", form: .whole),
        DSMRObject("VOLTAGE_SAG_L3_COUNT", "72.32.0", form: .whole),
        DSMRObject("VOLTAGE_SWELL_L1_COUNT", "32.36.0", form: .whole),
        DSMRObject("VOLTAGE_SWELL_L2_COUNT", "52.36.0", form: .whole),
        DSMRObject("VOLTAGE_SWELL_L3_COUNT", "72.36.0", form: .whole),
    ]
}
