// What the package enocean does not have and homes do: motion with brightness, contacts with vibration, inputs, four
// rockers. From the EnOcean Alliance's list as the project enocean-js holds it (eep-transcoder, CC0); D2-14-41 from
// EEP.xml of the repository kipe/enocean (MIT), after 0.60.1.
extension EquipmentProfile {
    static let combined: [EquipmentProfile] = [
        EquipmentProfile(
            "F6-03-01", "Rocker Switch, 4 Rocker - Application Style 1",
            [
                .choice("R1", 0, 3, fourRockers),
                .choice("EB", 3, 1, "released", "pressed"),
                .choice("R2", 4, 3, fourRockers),
                .choice("SA", 7, 1, "No 2nd action", "2nd action valid"),
                .status("T21", 2),
                .status("NU", 3),
            ]),
        EquipmentProfile(
            "A5-04-02", "Range -20°C to +60°C and 0% to 100%",
            [
                .measure("HUM", 8, 8, "%", from: (0, 250), to: (0, 100)),
                .measure("TMP", 16, 8, "°C", from: (0, 250), to: (-20, 60)).when(30, 1, is: 1),
                .choice("TSN", 30, 1, "not available", "available"),
            ]),
        EquipmentProfile(
            "A5-06-03", "10-bit measurement with range 0lx to 1000lx", [supply, fineBrightness]),
        EquipmentProfile("A5-07-02", "Occupancy with Supply voltage monitor", [supply, presence]),
        EquipmentProfile(
            "A5-07-03", "Occupancy with Supply voltage monitor and 10-bit illumination measurement",
            [supply, fineBrightness, presence]),
        EquipmentProfile(
            "A5-08-02", "Range 0lx to 1020lx, 0°C to +51°C and Occupancy Button",
            roomSensor(brightest: 1020, temperatures: (0, 51))),
        EquipmentProfile(
            "A5-08-03", "Range 0lx to 1530lx, -30°C to +50°C and Occupancy Button",
            roomSensor(brightest: 1530, temperatures: (-30, 50))),
        EquipmentProfile(
            "A5-09-02", "CO-Sensor 0 ppm to 1020 ppm",
            [
                .measure("SVC", 0, 8, "V", from: (0, 255), to: (0, 5.1)),
                .measure("Conc", 8, 8, "ppm", from: (0, 255), to: (0, 1020)),
                .measure("TMP", 16, 8, "°C", from: (0, 255), to: (0, 51)).when(30, 1, is: 1),
                .choice("TSN", 30, 1, "not available", "available"),
            ]),
        EquipmentProfile(
            "A5-14-02", "Single Input Contact (Window/Door), Supply voltage monitor and Illumination",
            [supply, brightness, contact]),
        EquipmentProfile(
            "A5-14-03", "Single Input Contact (Window/Door), Supply voltage monitor and Vibration",
            [supply, vibration, contact]),
        EquipmentProfile(
            "A5-14-04", "Single Input Contact (Window/Door), Supply voltage monitor, Vibration and Illumination",
            [supply, brightness, vibration, contact]),
        EquipmentProfile("A5-14-05", "Vibration/Tilt, Supply voltage monitor", [supply, vibration]),
        EquipmentProfile(
            "A5-14-06", "Vibration/Tilt, Illumination and Supply voltage monitor", [supply, brightness, vibration]),
        EquipmentProfile(
            "A5-30-01", "Single Input Contact, Battery Monitor",
            [
                .choice("SVC", 8, 8, [(0...120, "Battery LOW"), (121...255, "Battery OK")]),
                .choice("IPS", 16, 8, [(0...195, "Contact closed"), (196...255, "Contact open")]),
            ]),
        EquipmentProfile(
            "A5-30-02", "Single Input Contact", [.choice("IPS", 31, 1, "Contact closed", "Contact open")]),
        EquipmentProfile(
            "D2-14-41", "Indoor -Temperature, Humidity XYZ Acceleration, Illumination Sensor",
            [
                .measure("TMP", 0, 10, "°C", from: (0, 1000), to: (-40, 60)),
                .measure("HUM", 10, 8, "%", from: (0, 200), to: (0, 100)),
                .measure("ILL", 18, 17, "lx", from: (0, 100_000), to: (0, 100_000)),
                .choice("ACC", 35, 2, "Periodic Update", "Threshold 1 exceeded", "Threshold 2 exceeded"),
                .measure("ACX", 37, 10, "g", from: (0, 1000), to: (-2.5, 2.5)),
                .measure("ACY", 47, 10, "g", from: (0, 1000), to: (-2.5, 2.5)),
                .measure("ACZ", 57, 10, "g", from: (0, 1000), to: (-2.5, 2.5)),
                .choice("CO", 67, 1, "Open", "Closed"),
            ]),
    ]

    private static let fourRockers: [(ClosedRange<Int>, String)] =
        ["AI", "AO", "BI", "BO", "CI", "CO", "DI", "DO"].enumerated().map { number, name in
            (number...number, "Button " + name)
        }

    /// 251 to 255 stand for faults.
    private static let supply = EEPField.measure("SVC", 0, 8, "V", from: (0, 250), to: (0, 5))
    /// 251 is beyond its range.
    private static let brightness = EEPField.measure("ILL", 8, 8, "lx", from: (0, 250), to: (0, 1000))
    /// 1001 is beyond its range.
    private static let fineBrightness = EEPField.measure("ILL", 8, 10, "lx", from: (0, 1000), to: (0, 1000))
    private static let presence = EEPField.choice("PIRS", 24, 1, "Uncertain of occupancy status", "Motion detected")
    private static let vibration = EEPField.choice("VIB", 30, 1, "No vibration detected", "Vibration detected")
    private static let contact = EEPField.choice("CT", 31, 1, "Contact closed", "Contact open")

    /// The bit of movement is turned round.
    private static func roomSensor(brightest: Double, temperatures: (Double, Double)) -> [EEPField] {
        [
            .measure("SVC", 0, 8, "V", from: (0, 255), to: (0, 5.1)),
            .measure("ILL", 8, 8, "lx", from: (0, 255), to: (0, brightest)),
            .measure("TMP", 16, 8, "°C", from: (0, 255), to: temperatures),
            .choice("PIRS", 30, 1, "PIR on", "PIR off"),
            .choice("OCC", 31, 1, "Button pressed", "Button released"),
        ]
    }
}
