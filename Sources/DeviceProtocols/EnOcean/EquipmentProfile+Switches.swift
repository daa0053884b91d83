// Rockers, contacts, handles and detectors that send one byte. From EEP.xml of the Python package enocean 0.60.1 (MIT).
extension EquipmentProfile {
    static let switches: [EquipmentProfile] = [
        EquipmentProfile(
            "F6-01-01", "Push Button",
            [
                .choice("PB", 3, 1, "Released", "Pressed"),
            ]),
        EquipmentProfile(
            "F6-02-01", "Light and Blind Control - Application Style 1",
            [
                .choice("R1", 0, 3, "Button AI", "Button AO", "Button BI", "Button BO"),
                .choice("EB", 3, 1, "released", "pressed"),
                .choice("R2", 4, 3, "Button AI", "Button AO", "Button BI", "Button BO"),
                .choice("SA", 7, 1, "No 2nd action", "2nd action valid"),
                .status("T21", 2),
                .status("NU", 3),
            ]),
        EquipmentProfile(
            "F6-02-02", "Light and Blind Control - Application Style 2",
            [
                .choice("R1", 0, 3, "Button AI", "Button AO", "Button BI", "Button BO"),
                .choice("EB", 3, 1, "released", "pressed"),
                .choice("R2", 4, 3, "Button AI", "Button AO", "Button BI", "Button BO"),
                .choice("SA", 7, 1, "No 2nd action", "2nd action valid"),
                .status("T21", 2),
                .status("NU", 3),
            ]),
        EquipmentProfile(
            "F6-05-01", "Liquid Leakage Sensor (mechanic harvester)",
            [
                .choice(
                    "WAS", 0, 8,
                    [
                        (0...16, "not specified"),
                        (17...17, "Water detected"),
                        (18...255, "not specified"),
                    ]),
                .status("T21", 2),
                .status("NU", 3),
            ]),
        EquipmentProfile(
            "F6-05-02", "Smoke Detector",
            [
                .choice(
                    "SMO", 0, 8,
                    [
                        (0...0, "Smoke Alarm OFF"),
                        (16...16, "Smoke Alarm ON"),
                        (48...48, "Energy LOW"),
                    ]),
            ]),
        EquipmentProfile(
            "F6-10-00", "Window Handle",
            [
                .choice(
                    "WIN", 2, 2, "Moved from up to vertical", "Moved from vertical to up",
                    "Moved from down to vertical", "Moved from vertical to down")
                    // A position has both the highest bits.
                    .when(0, 2, is: 3),
                .status("T21", 2),
                .status("NU", 3),
            ]),
        EquipmentProfile(
            "D5-00-01", "Single Input Contact",
            [
                .choice("CO", 7, 1, "open", "closed"),
            ]),
    ]
}
