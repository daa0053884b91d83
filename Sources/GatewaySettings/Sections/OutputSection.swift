internal import GatewayCore

// `outputs`: what the gateway can drive in the home.
extension SettingsBuilder {
    func readOutputs() {
        for entry in root.outputs {
            guard let table = entry.table(in: reading) else { continue }
            let name = table.name ?? entry.id
            let kind = table.kind
            let limit = table.atMost ?? kind?.defaultLimit
            let connection = connection(table, id: entry.id, kind: kind, limit: limit)
            let feedback = stages(table)
            checkWays(table, entry.id, at: entry.place)
            table.finish()
            guard let connection else { continue }
            let output = Output(
                id: OutputID(entry.id), name: name, connection: connection, kind: kind, limit: limit,
                feedback: feedback ?? ownStages(of: connection))
            outputs.append(Named(thing: output, place: entry.place))
        }
    }

    private func connection(
        _ table: Table<OutputShape>, id: String, kind: OutputKind?, limit: Duration?
    ) -> Output.Connection? {
        let mqtt = table.mqtt.flatMap(mqttOutput) ?? dialectOutput(table, id: id, kind: kind, limit: limit)
        let serial = serialOutput(table, id: id)
        let speech = table.speech.flatMap(command)
        return mqtt.map(Output.Connection.mqtt) ?? serial.map(Output.Connection.serial)
            ?? speech.map { .speech(command: $0) }
    }

    private func checkWays(_ table: Table<OutputShape>, _ id: String, at place: Place) {
        let given = OutputShape.ways.filter { table.has($0) }
        if given.isEmpty {
            reading.log.error(
                .noneGiven, place, "output `\(id)` does not say how it is driven",
                hint: "one of \(OutputShape.ways.map { "`\($0)`" }.joined(separator: ", "))")
        } else if given.count > 1 {
            reading.log.error(
                .bothGiven, place, "output `\(id)` has both `\(given[0])` and `\(given[1])`",
                hint: "make two outputs of it")
        }
    }

    /// Without a word about it, an output speaks at every stage for which it has something to say.
    private func ownStages(of connection: Output.Connection) -> [FeedbackStage] {
        switch connection {
        case .speech: FeedbackStage.allCases
        case .mqtt(let mqtt): FeedbackStage.allCases.filter { mqtt.stages[$0] != nil }
        case .serial(let serial): FeedbackStage.allCases.filter { serial.stages[$0] != nil }
        }
    }

    private func stages(_ table: Table<OutputShape>) -> [FeedbackStage]? {
        guard let pair = table.feedback else { return nil }
        guard case .list(let items) = pair.value.content else {
            reading.log.error(
                .wrongForm, pair.value.place, "`feedback` is \(pair.value.form), where a list of stages belongs")
            return nil
        }
        return items.compactMap { reading.choice($0, name: "stage") }
    }

    private func mqttOutput(_ table: Table<MQTTOutputShape>) -> MQTTOutput? {
        let intake = mqttIntake(table.pairs, named: table.intake)
        let topic = table.topic
        if let topic { checkTopic(topic, at: table.place(of: "topic"), allowsWildcards: false) }
        let payloads = table.stages.map(StagesShape.texts) ?? [:]
        let on = table.on
        let off = table.off
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
    ///
    /// - Parameter named: the setting `intake`, as far as it stands there and is right.
    func mqttIntake(_ pairs: Pairs, named: String?) -> IntakeID? {
        let brokers = intakes.filter { if case .mqtt = $0.thing.connection { true } else { false } }
        if pairs.has("intake") {
            guard let id = named else { return nil }
            if intake(IntakeID(id)) != nil, !brokers.contains(where: { $0.thing.id.name == id }) {
                reading.log.error(.notABroker, pairs.place(of: "intake"), "intake `\(id)` is no MQTT broker")
                return nil
            }
            return IntakeID(id)
        }
        let isAmbiguous = brokers.count > 1 || intakes.count == known["intake"]?.count && brokers.isEmpty
        if isAmbiguous { pairs.demand("intake", hint: "the MQTT intake it is reached through") }
        return brokers.first?.thing.id
    }

    private func command(_ table: Table<SpeechShape>) -> [String]? {
        let words = table.command
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
