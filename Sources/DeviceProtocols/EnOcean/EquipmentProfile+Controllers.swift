// Digital inputs and controllers that say how they stand. From EEP.xml of the Python package enocean 0.60.1 (MIT).
extension EquipmentProfile {
    static let controllers: [EquipmentProfile] = [
        EquipmentProfile(
            "A5-11-02", "Temperature Controller Output",
            [
                .measure("CVAR", 0, 8, "%", from: (0, 255), to: (0, 100)),
                .choice(
                    "FAN", 8, 8,
                    [
                        (0...0, "State 0 Manual"),
                        (1...1, "State 1 Manual"),
                        (2...2, "State 2 Manual"),
                        (3...3, "State 3 Manual"),
                        (16...16, "State 0 Automatic"),
                        (17...17, "State 1 Automatic"),
                        (18...18, "State 2 Automatic"),
                        (19...19, "State 3 Automatic"),
                        (255...255, "Not Available"),
                    ], unit: "%"),
                .measure("ASP", 16, 8, "C", from: (0, 255), to: (0, 51.2)),
                .choice("ALR", 24, 1, "No alarm", "Alarm"),
                .choice(
                    "CTM", 25, 2,
                    [
                        (1...1, "Heating"),
                        (2...2, "Cooling"),
                        (3...3, "Off"),
                    ]),
                .choice("CTS", 27, 1, "Automatic", "Override"),
                .choice("ERH", 29, 1, "Normal", "Energy hold-off / Dew point"),
                .choice("RO", 30, 2, "Occupied", "Unoccupied", "StandBy", "Frost"),
            ]),
        EquipmentProfile(
            "A5-11-03", "Blind Status",
            [
                .measure("BSP", 0, 8, "%", from: (0, 100), to: (0, 100)),
                .choice("AS", 8, 1, "Positive sign", "Negative sign"),
                .measure("AN", 9, 7, "degrees", from: (0, 90), to: (0, 180)),
                .choice("PVF", 16, 1, "No position value available", "Position value available"),
                .choice("AVF", 17, 1, "No Angle value available", "Angle value available"),
                .choice(
                    "ES", 18, 2, "No error present", "End-positions are not configured", "Internal failure",
                    "Not used"),
                .choice(
                    "EP", 20, 2, "No End-position available", "No End-position reached", "Blind fully open",
                    "Blind fully closed"),
                .choice("ST", 22, 2, "No status available", "Blind is stopped", "Blind opens", "Blind closes"),
                .choice("SM", 24, 1, "Normal mode", "Service mode activated"),
                .choice("MOTP", 25, 1, "Normal mode", "Inverse ode"),
            ]),
        EquipmentProfile(
            "A5-30-03", "Digital Inputs, Wake and Temperature",
            [
                .measure("TMP", 8, 8, "°C", from: (255, 0), to: (0, 40)),
                .choice("WA0", 19, 1, "Low", "High"),
                .choice("DI3", 20, 1, "Low", "High"),
                .choice("DI2", 21, 1, "Low", "High"),
                .choice("DI1", 22, 1, "Low", "High"),
                .choice("DI0", 23, 1, "Low", "High"),
            ]),
    ]
}
