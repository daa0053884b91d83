import GatewayCore

/// The MySensors serial protocol as a stream of lines.
///
/// One device is one node, known by its number, or one of its children, "12:1". What profiles name: the child
/// and the type, "1/V_TRIPPED" and "255/I_BATTERY_LEVEL", or the type alone, whichever child sends it. A node
/// that asks for a number is not given one: the numbers of a home are written down, not handed out.
package struct MySensorsStream: LineStream {
    var framer = LineFramer()

    package init() {}

    mutating func read(line: [UInt8], at moment: Moment, into outcome: inout StreamOutcome) {
        guard let text = String(validating: line, as: UTF8.self) else {
            outcome.refusals.append(StreamOutcome.notText)
            return
        }
        do throws(MySensorsMessage.Refusal) {
            outcome.frames.append(Self.frame(try MySensorsMessage(text), moment))
        } catch {
            outcome.refusals.append(error.sentence)
        }
    }

    private static func frame(_ message: MySensorsMessage, _ moment: Moment) -> DeviceFrame {
        guard message.isFromDevice || message.isEcho else {
            return DeviceFrame(moment: moment, content: .answer, decoded: message.described)
        }
        var values: [(path: String, value: Scalar)] = []
        if let scalar = message.scalar {
            values = [("\(message.child)/\(message.typeName)", scalar), (message.typeName, scalar)]
        }
        return DeviceFrame(
            moment: moment, content: message.isEcho ? .answer : .device, identities: message.identities,
            values: values, decoded: message.described)
    }
}
