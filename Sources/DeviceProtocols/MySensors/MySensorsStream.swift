package import GatewayCore

/// The MySensors serial protocol as a stream of lines.
///
/// One device is one node, known by its number, or one of its children, "12:1". What profiles name: the child
/// and the type, "1/V_TRIPPED" and "255/I_BATTERY_LEVEL", or the type alone, whichever child sends it. A node
/// that asks for a number is not given one: the numbers of a home are written down, not handed out.
package struct MySensorsStream: SerialStream {
    private var framer = LineFramer()

    package init() {}

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome {
        Self.outcome(framer.take(bytes, at: moment.boot), moment)
    }

    package mutating func finish(at moment: Moment) -> StreamOutcome {
        Self.outcome(framer.finish(), moment)
    }

    private static func outcome(_ taken: LineFramer.Taken, _ moment: Moment) -> StreamOutcome {
        var outcome = StreamOutcome(broken: taken.broken)
        for line in taken.lines {
            guard let text = String(validating: line, as: UTF8.self) else {
                outcome.refusals.append(StreamOutcome.notText)
                continue
            }
            do throws(MySensorsMessage.Refusal) {
                outcome.frames.append(frame(try MySensorsMessage(text), moment))
            } catch {
                outcome.refusals.append(error.sentence)
            }
        }
        return outcome
    }

    private static func frame(_ message: MySensorsMessage, _ moment: Moment) -> DeviceFrame {
        guard message.isFromDevice else {
            return DeviceFrame(moment: moment, content: .answer, decoded: message.described)
        }
        var values: [(path: String, value: Scalar)] = []
        if let scalar = message.scalar {
            values = [("\(message.child)/\(message.typeName)", scalar), (message.typeName, scalar)]
        }
        return DeviceFrame(
            moment: moment, identities: message.identities, values: values, decoded: message.described)
    }
}
