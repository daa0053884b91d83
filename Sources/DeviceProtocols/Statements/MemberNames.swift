/// Names that say of themselves what they are, in the conventions that use them.
enum MemberNames {
    /// Names with one meaning wherever they stand.
    static let plain: [String: NamedQuantity] = [
        "temperature": .number("temperature", "Cel"),
        "humidity": .number("humidity", "%"),
        "battery": .number("battery", "%"),
        "battery_level": .number("battery", "%"),
        "battery_low": .flag("battery_low"),
        "illuminance": .number("illuminance", "lx"),
        "pressure": .number("pressure", "hPa"),
        "power": .number("power", "W"),
        "energy": .number("energy", "kWh"),
        "co2": .number("co2", "[ppm]"),
        "occupancy": .flag("motion"),
        "motion": .flag("motion"),
        "presence": .flag("presence"),
        "vibration": .flag("vibration"),
        "smoke": .flag("smoke"),
        "gas": .flag("gas"),
        "carbon_monoxide": .flag("co"),
        "tamper": .flag("tamper"),
        "water_leak": .flag("leak"),
        "leak": .flag("leak"),
        "flood": .flag("leak"),
        "heart_rate": .number("heart_rate", "/min"),
        "respiratory_rate": .number("respiratory_rate", "/min"),
        "spo2": .number("spo2", "%"),
        "body_temperature": .number("body_temperature", "Cel"),
        "device_temperature": .number("device_temperature", "Cel"),
        "blood_glucose": .number("blood_glucose", "mg/dL"),
        "linkquality": .number("linkquality", nil),
        "rssi": .number("rssi", "dBm"),
    ]

    /// Home Assistant's classes of sensors (its documentation of `binary_sensor` and `sensor`), and what their "on"
    /// or number is.
    static let deviceClasses: [String: NamedQuantity] = [
        "door": .flag("contact.open"), "window": .flag("contact.open"), "opening": .flag("contact.open"),
        "garage_door": .flag("contact.open"),
        "motion": .flag("motion"), "occupancy": .flag("motion"), "presence": .flag("presence"),
        "moisture": .flag("leak"), "smoke": .flag("smoke"), "gas": .flag("gas"), "carbon_monoxide": .flag("co"),
        "tamper": .flag("tamper"), "vibration": .flag("vibration"), "problem": .flag("fault"),
        "battery": .flag("battery_low"), "connectivity": .flag("device.available"),
        "heat": .flag("heat"), "moving": .flag("moving"),
    ]

    static let sensorClasses: [String: NamedQuantity] = [
        "temperature": .number("temperature", "Cel"), "humidity": .number("humidity", "%"),
        "power": .number("power", "W"), "energy": .number("energy", "kWh"), "battery": .number("battery", "%"),
        "illuminance": .number("illuminance", "lx"), "weight": .number("weight", "kg"),
        "voltage": .number("voltage", "V"), "carbon_dioxide": .number("co2", "[ppm]"),
        "pressure": .number("pressure", "hPa"), "atmospheric_pressure": .number("pressure", "hPa"),
        "signal_strength": .number("rssi", "dBm"),
    ]
}
