// Thermometers. From EEP.xml of the Python package enocean 0.60.1 (MIT).
extension EquipmentProfile {
    static let temperatures: [EquipmentProfile] = [
        EquipmentProfile(
            "A5-02-01", "Temperature Sensor Range -40°C to 0°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-40, 0))]),
        EquipmentProfile(
            "A5-02-02", "Temperature Sensor Range -30°C to +10°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-30, 10))]),
        EquipmentProfile(
            "A5-02-03", "Temperature Sensor Range -20°C to +20°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-20, 20))]),
        EquipmentProfile(
            "A5-02-04", "Temperature Sensor Range -10°C to +30°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-10, 30))]),
        EquipmentProfile(
            "A5-02-05", "Temperature Sensor Range 0°C to +40°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (0, 40))]),
        EquipmentProfile(
            "A5-02-06", "Temperature Sensor Range +10°C to +50°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (10, 50))]),
        EquipmentProfile(
            "A5-02-07", "Temperature Sensor Range +20°C to +60°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (20, 60))]),
        EquipmentProfile(
            "A5-02-08", "Temperature Sensor Range +30°C to +70°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (30, 70))]),
        EquipmentProfile(
            "A5-02-09", "Temperature Sensor Range +40°C to +80°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (40, 80))]),
        EquipmentProfile(
            "A5-02-0A", "Temperature Sensor Range +50°C to +90°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (50, 90))]),
        EquipmentProfile(
            "A5-02-0B", "Temperature Sensor Range +60°C to +100°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (60, 100))]),
        EquipmentProfile(
            "A5-02-10", "Temperature Sensor Range -60°C to +20°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-60, 20))]),
        EquipmentProfile(
            "A5-02-11", "Temperature Sensor Range -50°C to +30°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-50, 30))]),
        EquipmentProfile(
            "A5-02-12", "Temperature Sensor Range -40°C to +40°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-40, 40))]),
        EquipmentProfile(
            "A5-02-13", "Temperature Sensor Range -30°C to +50°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-30, 50))]),
        EquipmentProfile(
            "A5-02-14", "Temperature Sensor Range -20°C to +60°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-20, 60))]),
        EquipmentProfile(
            "A5-02-15", "Temperature Sensor Range -10°C to +70°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (-10, 70))]),
        EquipmentProfile(
            "A5-02-16", "Temperature Sensor Range 0°C to +80°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (0, 80))]),
        EquipmentProfile(
            "A5-02-17", "Temperature Sensor Range +10°C to +90°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (10, 90))]),
        EquipmentProfile(
            "A5-02-18", "Temperature Sensor Range +20°C to +100°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (20, 100))]),
        EquipmentProfile(
            "A5-02-19", "Temperature Sensor Range +30°C to +110°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (30, 110))]),
        EquipmentProfile(
            "A5-02-1A", "Temperature Sensor Range +40°C to +120°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (40, 120))]),
        EquipmentProfile(
            "A5-02-1B", "Temperature Sensor Range +50°C to +130°C",
            [.measure("TMP", 16, 8, "°C", from: (255, 0), to: (50, 130))]),
        EquipmentProfile(
            "A5-02-20", "10 Bit Temperature Sensor Range -10°C to +41.2°C",
            [.measure("TMP", 14, 10, "°C", from: (1023, 0), to: (-10, 41.2))]),
        EquipmentProfile(
            "A5-02-30", "10 Bit Temperature Sensor Range -40°C to +62.3°C",
            [.measure("TMP", 14, 10, "°C", from: (1023, 0), to: (-40, 62.3))]),
    ]
}
