// Thermometers with more, and room controls. From EEP.xml of the Python package enocean 0.60.1 (MIT).
extension EquipmentProfile {
    static let climate: [EquipmentProfile] = [
        EquipmentProfile(
            "A5-04-01", "Range 0°C to +40°C and 0% to 100%",
            [
                .measure("HUM", 8, 8, "%", from: (0, 250), to: (0, 100)),
                .measure("TMP", 16, 8, "°C", from: (0, 250), to: (0, 40)).when(30, 1, is: 1),
                .choice("TSN", 30, 1, "not available", "available"),
            ]),
        EquipmentProfile(
            "A5-04-03", "Range -20°C to +60°C 10bit-measurement and 0% to 100%",
            [
                .measure("HUM", 0, 8, "%", from: (0, 255), to: (0, 100)),
                .measure("TMP", 14, 10, "°C", from: (0, 1023), to: (-20, 60)),
                .choice("TTP", 31, 1, "Heartbeat", "Event triggered"),
            ]),
        EquipmentProfile(
            "A5-09-04", "CO2 Sensor",
            [
                .measure("HUM", 0, 8, "%", from: (0, 200), to: (0, 100)).when(29, 1, is: 1),
                .measure("Conc", 8, 8, "ppm", from: (0, 255), to: (0, 2550)),
                .measure("TMP", 16, 8, "°C", from: (0, 255), to: (0, 51)).when(30, 1, is: 1),
            ]),
        EquipmentProfile(
            "A5-09-05", "VOC Sensor",
            [
                .measure("Conc", 0, 16, "ppb", from: (0, 65535), to: (0, 65535)),
                .choice(
                    "VOC_ID", 16, 8,
                    [
                        (0...0, "VOCT (total)"),
                        (1...1, "Formaldehyde"),
                        (2...2, "Benzene"),
                        (3...3, "Styrene"),
                        (4...4, "Toluene"),
                        (5...5, "Tetrachloroethylene"),
                        (6...6, "Xylene"),
                        (7...7, "n-Hexane"),
                        (8...8, "n-Octane"),
                        (9...9, "Cyclopentane"),
                        (10...10, "Methanol"),
                        (11...11, "Ethanol"),
                        (12...12, "1-Pentanol"),
                        (13...13, "Acetone"),
                        (14...14, "ethylene Oxide"),
                        (15...15, "Acetaldehyde ue"),
                        (16...16, "Acetic Acid"),
                        (17...17, "Propionice Acid"),
                        (18...18, "ValericAcid"),
                        (19...19, "ButyricAcid"),
                        (20...20, "Ammoniac"),
                        (22...22, "Hydrogen Sulfide"),
                        (23...23, "Dimethylsulfide"),
                        (24...24, "2-Butanol (butyl Alcohol)"),
                        (25...25, "2-Methylpropanol"),
                        (26...26, "Diethyl ether"),
                        (255...255, "ozone"),
                    ]),
            ]),
        EquipmentProfile(
            "A5-10-03", "Temperature Sensor and Set Point",
            [
                .measure("SP", 8, 8, "%", from: (0, 255), to: (0, 255)),
                .measure("TMP", 16, 8, "°C", from: (255, 0), to: (0, 40)),
            ]),
        EquipmentProfile(
            "A5-10-05", "Temperature Sensor, Set Point and Occupancy Control",
            [
                .measure("SP", 8, 8, "%", from: (0, 255), to: (0, 255)),
                .measure("TMP", 16, 8, "°C", from: (255, 0), to: (0, 40)),
                .choice("OCC", 31, 1, "Button pressed", "Button released"),
            ]),
        EquipmentProfile(
            "A5-10-06", "Temperature Sensor, Set Point and Day/Night Control",
            [
                .measure("SP", 8, 8, "%", from: (0, 255), to: (0, 255)),
                .measure("TMP", 16, 8, "°C", from: (255, 0), to: (0, 40)),
                .choice("SLSW", 31, 1, "Position I / Night / Off", "Position O / Day / On"),
            ]),
        EquipmentProfile(
            "A5-10-10", "Temperature and Humidity Sensor, Set Point and Occupancy Control",
            [
                .measure("SP", 0, 8, "", from: (0, 255), to: (0, 255)),
                .measure("HUM", 8, 8, "%", from: (0, 250), to: (0, 100)),
                .measure("TMP", 16, 8, "°C", from: (0, 250), to: (0, 40)),
                .choice("OCC", 31, 1, "Button pressed", "Button released"),
            ]),
        EquipmentProfile(
            "A5-10-12", "Temperature and Humidity Sensor and Set Point",
            [
                .measure("SP", 0, 8, "", from: (0, 255), to: (0, 255)),
                .measure("HUM", 8, 8, "%", from: (0, 250), to: (0, 100)),
                .measure("TMP", 16, 8, "°C", from: (0, 250), to: (0, 40)),
            ]),
    ]
}
