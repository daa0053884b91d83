// Brightness, motion and contacts. From EEP.xml of the Python package enocean 0.60.1 (MIT).
extension EquipmentProfile {
    static let lightAndMotion: [EquipmentProfile] = [
        EquipmentProfile(
            "A5-06-01", "Range 300lx to 60.000lx",
            [
                .measure("SVC", 0, 8, "V", from: (0, 255), to: (0, 5.1)),
                .measure("ILL2", 8, 8, "lx", from: (0, 255), to: (300, 30000)),
                .measure("ILL1", 16, 8, "lx", from: (0, 255), to: (600, 60000)),
                .choice("RS", 31, 1, "Range acc. to DB_1 (ILL1)", "Range acc. to DB_2 (ILL2)"),
            ]),
        EquipmentProfile(
            "A5-06-02", "Range 0lx to 1.020lx",
            [
                .measure("SVC", 0, 8, "V", from: (0, 255), to: (0, 5.1)),
                .measure("ILL2", 8, 8, "lx", from: (0, 255), to: (0, 510)),
                .measure("ILL1", 16, 8, "lx", from: (0, 255), to: (0, 1020)),
                .choice("RS", 31, 1, "Range acc. to DB_1 (ILL1)", "Range acc. to DB_2 (ILL2)"),
            ]),
        EquipmentProfile(
            "A5-07-01", "Occupancy with Supply voltage monitor",
            [
                // Where the device says that it tells it.
                .measure("SVC", 0, 8, "V", from: (0, 250), to: (0, 5)).when(31, 1, is: 1),
                .choice("PIR", 16, 1, "off", "on"),
            ]),
        EquipmentProfile(
            "A5-08-01", "Range 0lx to 510lx, 0°C to +51°C and Occupancy Button",
            [
                .measure("SVC", 0, 8, "V", from: (0, 255), to: (0, 5.1)),
                .measure("ILL", 8, 8, "lx", from: (0, 255), to: (0, 510)),
                .measure("TMP", 16, 8, "°C", from: (0, 255), to: (0, 51)),
                .choice("PIRS", 30, 1, "PIR on", "PIR off"),
                .choice("OCC", 31, 1, "Button pressed", "Button released"),
            ]),
        EquipmentProfile(
            "A5-14-01", "Single Input Contact (Window/Door), Supply voltage monitor",
            [
                .measure("SVC", 0, 8, "V", from: (0, 250), to: (0, 5)),
                .choice("CT", 31, 1, "closed", "open"),
            ]),
    ]
}
