internal import GatewayCore

// `outputs`: what the gateway can drive in the home.
extension SettingsBuilder {
    func readOutputs() {
        for entry in entries("outputs", of: "output", limit: SettingsLimits.outputs) {
            guard let table = table(entry, of: "output") else { continue }
            let name = table.text("name") ?? entry.id
            let mqtt = table.table("mqtt").flatMap(mqttOutput)
            let speech = table.table("speech").flatMap(command)
            let feedback = stages(table)
            table.finish()
            let connection: Output.Connection
            switch (mqtt, speech) {
            case (let mqtt?, nil): connection = .mqtt(mqtt)
            case (nil, let command?): connection = .speech(command: command)
            case (nil, nil):
                if !table.has("mqtt"), !table.has("speech") {
                    reading.log.error(.noneGiven, entry.place, "output `\(entry.id)` has neither `mqtt` nor `speech`")
                }
                continue
            case (_?, _?):
                reading.log.error(
                    .bothGiven, entry.place, "output `\(entry.id)` has both `mqtt` and `speech`",
                    hint: "make two outputs of it")
                continue
            }
            let output = Output(
                id: OutputID(entry.id), name: name, connection: connection,
                feedback: feedback ?? ownStages(of: connection))
            outputs.append(Named(thing: output, place: entry.place))
        }
    }

    /// Without a word about it, an output speaks at every stage for which it has something to say.
    private func ownStages(of connection: Output.Connection) -> [FeedbackStage] {
        switch connection {
        case .speech: FeedbackStage.allCases
        case .mqtt(let mqtt): FeedbackStage.allCases.filter { mqtt.stages[$0] != nil }
        }
    }

    private func stages(_ table: Table) -> [FeedbackStage]? {
        guard let pair = table.pair("feedback") else { return nil }
        guard case .list(let items) = pair.value.content else {
            reading.log.error(
                .wrongForm, pair.value.place, "`feedback` is \(pair.value.form), where a list of stages belongs")
            return nil
        }
        return items.compactMap { reading.choice($0, name: "stage") }
    }

    private func mqttOutput(_ table: Table) -> MQTTOutput? {
        let intake = mqttIntake(table)
        let topic = table.text("topic", required: true, limit: SettingsLimits.topicLength)
        if let topic { checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false) }
        var payloads: [FeedbackStage: String] = [:]
        if let stages = table.table("stages") {
            for stage in FeedbackStage.allCases {
                payloads[stage] = stages.text(stage.rawValue, limit: SettingsLimits.textLength)
            }
            stages.finish()
        }
        let on = table.text("on", limit: SettingsLimits.textLength)
        let off = table.text("off", limit: SettingsLimits.textLength)
        table.finish()
        if payloads.isEmpty, on == nil, !table.has("stages"), !table.has("on") {
            reading.log.error(
                .nothingToPublish, table.place, "\(table.what) has nothing to publish",
                hint: "add `on` and `off`, or `stages`")
        }
        guard let intake, let topic else { return nil }
        return MQTTOutput(intake: intake, topic: topic, stages: payloads, on: on, off: off)
    }

    /// The named MQTT intake, or the only one.
    func mqttIntake(_ table: Table) -> IntakeID? {
        let brokers = intakes.filter { if case .mqtt = $0.thing.connection { true } else { false } }
        if table.has("intake") {
            guard let id = reference("intake", in: table, to: "intake") else { return nil }
            if intake(IntakeID(id)) != nil, !brokers.contains(where: { $0.thing.id.name == id }) {
                reading.log.error(.notABroker, table.place(of: "intake"), "intake `\(id)` is no MQTT broker")
                return nil
            }
            return IntakeID(id)
        }
        let isAmbiguous = brokers.count > 1 || intakes.count == known["intake"]?.count && brokers.isEmpty
        _ = table.pair("intake", required: isAmbiguous, hint: "the MQTT intake it is reached through")
        return brokers.first?.thing.id
    }

    private func command(_ table: Table) -> [String]? {
        let words = table.texts("command", required: true, limit: SettingsLimits.textLength)
        table.finish()
        guard let words else { return nil }
        guard let program = words.first?.text, !program.isEmpty else {
            reading.log.error(
                .emptyList, table.place(of: "command"), "`command` is empty", hint: "such as `[espeak-ng, -v, en]`")
            return nil
        }
        if words.count == 1, program.contains(" ") {
            reading.log.error(
                .commandInOneWord, table.place(of: "command"), "`\(program)` is one word with blanks",
                hint: "write `[\(program.split(separator: " ").joined(separator: ", "))]`; no shell reads it")
        }
        return words.map(\.text)
    }
}
