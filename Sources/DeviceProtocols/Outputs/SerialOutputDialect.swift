package import GatewayCore

/// How an output behind a serial port is told, and how it answers.
///
/// The protocols and their sources: `docs/OUTPUTS.md`.
package enum SerialOutputDialect: Hashable, Sendable {
    case rfxtrx(RFXtrxTransmission)
    /// - Parameter sounds: which one rings at a stage.
    case rfxtrxChime(RFXtrxTransmission, sound: UInt8, sounds: [FeedbackStage: UInt8])
    /// - Parameters:
    ///   - name: the protocol, as RFLink writes it.
    ///   - id: of the sender that it plays.
    ///   - unit: which switch of it.
    case rflink(name: String, id: String, unit: String)
    case mysensors(node: Int, child: Int)

    package func output(over intake: IntakeID) -> SerialOutput {
        switch self {
        case .rfxtrx(let transmission):
            return SerialOutput(
                intake: intake, serialProtocol: .rfxtrx, on: transmission.bytes(1), off: transmission.bytes(0))
        case .rfxtrxChime(let transmission, let sound, let sounds):
            return SerialOutput(
                intake: intake, serialProtocol: .rfxtrx, stages: sounds.mapValues(transmission.bytes),
                on: transmission.bytes(sound), off: [])
        case .rflink(let name, let id, let unit):
            func line(_ command: String) -> [UInt8] { Array("10;\(name);\(id);\(unit);\(command);\r\n".utf8) }
            return SerialOutput(intake: intake, serialProtocol: .rflink, on: line("ON"), off: line("OFF"))
        case .mysensors(let node, let child):
            // Set (1), with the node's echo (1), V_STATUS (2).
            func line(_ value: Int) -> [UInt8] { Array("\(node);\(child);1;1;2;\(value)\n".utf8) }
            return SerialOutput(
                intake: intake, serialProtocol: .mysensors, on: line(1), off: line(0),
                confirmation: OutputConfirmation(
                    places: [.init(topic: "\(node):\(child)", path: ["V_STATUS"])], on: ["1"], off: ["0"],
                    answersAlways: true))
        }
    }
}
