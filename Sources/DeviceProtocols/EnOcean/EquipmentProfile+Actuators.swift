// Valves, meters, switches and blinds. From EEP.xml of the Python package enocean 0.60.1 (MIT).
extension EquipmentProfile {
    static let actuators: [EquipmentProfile] = [
        EquipmentProfile(
            "A5-20-01", "Battery Powered Actuator (BI-DIR)", selector: nil,
            [
                Message(
                    number: 1,
                    fields: [
                        .measure("CV", 0, 8, "%", from: (0, 100), to: (0, 100)),
                        .choice("SO", 8, 1, "off", "on"),
                        .choice("ENIE", 9, 1, "false", "true"),
                        .choice("ES", 10, 1, "false", "true"),
                        .choice("BCAP", 11, 1, "false", "true"),
                        .choice("CCO", 12, 1, "false", "true"),
                        .choice("FTS", 13, 1, "false", "true"),
                        .choice("DWO", 14, 1, "false", "true"),
                        .choice("ACO", 15, 1, "false", "true"),
                        .measure("TMP", 16, 8, "°C", from: (0, 255), to: (0, 40)),
                    ]),
                Message(
                    number: 2,
                    fields: [
                        .measure("SP", 0, 8, "%", from: (0, 100), to: (0, 100)),
                        .measure("TMP", 8, 8, "°C", from: (0, 255), to: (0, 40)),
                        .choice("RIN", 16, 1, "false", "true"),
                        .choice("LFS", 17, 1, "false", "true"),
                        .choice("VO", 18, 1, "false", "true"),
                        .choice("VC", 19, 1, "false", "true"),
                        .choice("SB", 20, 1, "false", "true"),
                        .choice("SPS", 21, 1, "Valve position", "Temperature set point"),
                        .choice("SPN", 22, 1, "false", "true"),
                        .choice("RCU", 23, 1, "RCU", "service on"),
                    ]),
            ]),
        EquipmentProfile(
            "A5-12-01", "Electricity",
            [
                .measure("MR", 0, 24, "", from: (0, 16777215), to: (0, 16777215)),
                .measure("TI", 24, 4, "", from: (0, 15), to: (0, 15)),
                .choice("DT", 29, 1, "kWh", "W"),
                .choice("DIV", 30, 2, "x/1", "x/10", "x/100", "x/1000"),
            ]),
        EquipmentProfile(
            "A5-38-08", "Gateway", selector: .bits(offset: 0, size: 8),
            [
                Message(
                    number: 1,
                    fields: [
                        .choice(
                            "COM", 0, 8,
                            [
                                (0...13, "Command ID {value}"),
                            ]),
                        .measure("TIM", 8, 16, "s", from: (1, 65535), to: (0.1, 6553.5)),
                        .choice("LCK", 29, 1, "Unlock", "Lock"),
                        .choice("DEL", 30, 1, "Duration", "Delay"),
                        .choice("SW", 31, 1, "Off", "On"),
                    ]),
                Message(
                    number: 2,
                    fields: [
                        .choice(
                            "COM", 0, 8,
                            [
                                (0...13, "Command ID {value}"),
                            ]),
                        .measure("EDIM", 8, 8, "%", from: (0, 255), to: (0, 255)),
                        .measure("RMP", 16, 8, "s", from: (0, 255), to: (0, 255)),
                        .choice("EDIMR", 29, 1, "Absolute value", "Relative value"),
                        .choice("STR", 30, 1, "No", "Yes"),
                        .choice("SW", 31, 1, "Off", "On"),
                    ]),
            ]),
        EquipmentProfile(
            "D2-01-01", "Electronic switch with Local Control", selector: .bits(offset: 4, size: 4),
            [
                Message(
                    number: 4,
                    fields: [
                        .choice(
                            "PF", 0, 1, "Power Failure Detection disabled/not supported",
                            "Power Failure Detection enabled"),
                        .choice(
                            "PFD", 1, 1, "Power Failure Detection not detected/not supported/disabled",
                            "Power Failure Detection Detected"),
                        .choice(
                            "CMD", 4, 4,
                            [
                                (0...13, "Command ID {value}"),
                            ]),
                        .choice(
                            "OC", 8, 1, "Over current switch off: ready / not supported",
                            "Over current switch off: executed"),
                        .choice(
                            "EL", 9, 2, "Error level 0: hardware OK", "Error level 1: hardware warning",
                            "Error level 2: hardware failure", "Error level not supported"),
                        .choice(
                            "IO", 11, 5,
                            [
                                (0...29, "Output channel {value} (to load)"),
                                (30...30, "Not applicable, do not use"),
                                (31...31, "Input channel (from mains supply)"),
                            ]),
                        .choice("LC", 16, 1, "Local control disabled / not supported", "Local control enabled"),
                        .choice(
                            "OV", 17, 7,
                            [
                                (0...0, "Output value 0% or OFF"),
                                (1...100, "Output value {value}% or ON"),
                                (101...126, "Not used"),
                                (127...127, "output value not valid / not set"),
                            ]),
                    ]),
                Message(
                    number: 1,
                    fields: [
                        .choice(
                            "CMD", 4, 4,
                            [
                                (0...13, "Command ID {value}"),
                            ]),
                        .choice(
                            "DV", 8, 3, "Switch to new output value", "Dim to new output level - dim timer 1",
                            "Dim to new output level - dim timer 2", "Dim to new output level - dim timer 3",
                            "Stop dimming"),
                        .choice(
                            "IO", 11, 5,
                            [
                                (0...29, "Output channel {value} (to load)"),
                                (30...30, "All output channels supported by the device"),
                                (31...31, "Input channel (from mains supply)"),
                            ]),
                        .choice(
                            "OV", 17, 7,
                            [
                                (0...0, "Output value 0% or OFF"),
                                (1...100, "Output value {value}% or ON"),
                                (101...126, "Not used"),
                                (127...127, "output value not valid / not set"),
                            ]),
                    ]),
            ]),
        EquipmentProfile(
            "D2-05-00", "Type 0x00", selector: .lastNibble,
            [
                Message(
                    number: 1,
                    fields: [
                        .choice(
                            "POS", 1, 7,
                            [
                                (0...100, "Output position {value}%"),
                                (127...127, "Do not change"),
                            ]),
                        .choice(
                            "ANG", 9, 7,
                            [
                                (0...100, "Output angle {value}%"),
                                (127...127, "Do not change"),
                            ]),
                        .choice(
                            "REPO", 17, 3, "Go directly to POS/ANG", "Go up (0%), then to POS/ANG",
                            "Go down (100%), then to POS/ANG", "Reserved"),
                        .choice(
                            "LOCK", 21, 3, "Do not change", "Set blockage mode", "Set alarm mode", "Reserved",
                            "Reserved", "Reserved", "Reserved", "Deblockage"),
                        .choice("CHN", 24, 4, "Channel 1"),
                        .choice(
                            "CMD", 28, 4,
                            [
                                (0...5, "Command ID {value}"),
                            ]),
                    ]),
                Message(
                    number: 2,
                    fields: [
                        .choice("CHN", 0, 4, "Channel 1"),
                        .choice(
                            "CMD", 4, 4,
                            [
                                (0...5, "Command ID {value}"),
                            ]),
                    ]),
                Message(
                    number: 3,
                    fields: [
                        .choice("CHN", 0, 4, "Channel 1"),
                        .choice(
                            "CMD", 4, 4,
                            [
                                (0...5, "Command ID {value}"),
                            ]),
                    ]),
                Message(
                    number: 4,
                    fields: [
                        .choice(
                            "POS", 1, 7,
                            [
                                (0...100, "Output position {value}%"),
                                (127...127, "Do not change"),
                            ]),
                        .choice(
                            "ANG", 9, 7,
                            [
                                (0...100, "Output angle {value}%"),
                                (127...127, "Do not change"),
                            ]),
                        .choice(
                            "REPO", 17, 3, "Go directly to POS/ANG", "Go up (0%), then to POS/ANG",
                            "Go down (100%), then to POS/ANG", "Reserved"),
                        .choice(
                            "LOCK", 21, 3, "Do not change", "Set blockage mode", "Set alarm mode", "Reserved",
                            "Reserved", "Reserved", "Reserved", "Deblockage"),
                        .choice("CHN", 24, 4, "Channel 1"),
                        .choice(
                            "CMD", 28, 4,
                            [
                                (0...5, "Command ID {value}"),
                            ]),
                    ]),
            ]),
    ]
}
