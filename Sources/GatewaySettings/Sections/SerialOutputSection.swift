internal import DeviceProtocols
internal import GatewayCore

// Outputs behind a serial port: the port's protocol tells how they are told.
extension SettingsBuilder {
    func serialOutput(_ table: Table<OutputShape>, id: String) -> SerialOutput? {
        let speaker = "output `\(id)`"
        if let rfxtrx = table.rfxtrx { return rfxtrxOutput(rfxtrx, speaker) }
        if let rflink = table.rflink { return rflinkOutput(rflink, speaker) }
        return table.mysensors.flatMap { mysensorsOutput($0, speaker) }
    }

    private func rfxtrxOutput(_ table: Table<RFXtrxOutputShape>, _ speaker: String) -> SerialOutput? {
        let intake = serialIntake(table, named: table.intake, speaking: .rfxtrx, as: speaker)
        let address = table.address
        let sound = UInt8(clamping: table.sound)
        let sounds = table.sounds.map(SoundsShape.sounds) ?? [:]
        let hasSounds = table.has("sound") || table.has("sounds")
        table.finish()
        guard let intake, let address else { return nil }
        guard let transmission = RFXtrxTransmission(address: address) else {
            reading.log.error(
                .notARadioAddress, table.place(of: "address"), "nothing can be sent to `\(address)`",
                hint: "packet type 10, 11, 14 or 16, subtype, identity and unit: `11:00:0b1f2a3:1`")
            return nil
        }
        guard transmission.isChime || !hasSounds else {
            let key = table.has("sound") ? "sound" : "sounds"
            reading.log.error(
                .keyNotForDialect, table.place(of: key), "`\(key)` is for chimes, whose addresses begin with `16`")
            return nil
        }
        let dialect: SerialOutputDialect =
            transmission.isChime ? .rfxtrxChime(transmission, sound: sound, sounds: sounds) : .rfxtrx(transmission)
        return dialect.output(over: intake)
    }

    private func rflinkOutput(_ table: Table<RFLinkOutputShape>, _ speaker: String) -> SerialOutput? {
        let intake = serialIntake(table, named: table.intake, speaking: .rflink, as: speaker)
        let words = [("protocol", table.name), ("id", table.id), ("switch", table.unit)]
        table.finish()
        var isWritable = true
        for (key, word) in words {
            guard let word, word.isEmpty || !word.utf8.allSatisfy(Self.canStandInRFLinkLine) else { continue }
            reading.log.error(
                .notARadioAddress, table.place(of: key), "`\(word)` cannot stand in a line of RFLink",
                hint: "letters, digits, `_` and `-`, as RFLink writes it")
            isWritable = false
        }
        guard isWritable, let intake, let name = words[0].1, let id = words[1].1, let unit = words[2].1 else {
            return nil
        }
        return SerialOutputDialect.rflink(name: name, id: id, unit: unit).output(over: intake)
    }

    private static func canStandInRFLinkLine(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
    }

    private func mysensorsOutput(_ table: Table<MySensorsOutputShape>, _ speaker: String) -> SerialOutput? {
        let intake = serialIntake(table, named: table.intake, speaking: .mysensors, as: speaker)
        let node = table.node
        let child = table.child
        table.finish()
        guard let intake, let node, let child else { return nil }
        return SerialOutputDialect.mysensors(node: node, child: child).output(over: intake)
    }
}
