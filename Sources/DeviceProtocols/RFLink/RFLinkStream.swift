package import GatewayCore

/// The RFLink protocol as a stream of lines.
///
/// A sender is known by protocol, id and switch, "newkaku:cac142:1", or by protocol and id alone, in lower
/// case. What profiles name is called as python-rflink calls it: `temperature`, `humidity`, `battery` (ok or
/// low), `command`, `doorbell_melody`, `smokealert`, `pir` … A line cut off by the beginning of the next one
/// is given up, and the next one is heard.
package struct RFLinkStream: SerialStream {
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
        for bytes in taken.lines {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                outcome.refusals.append(StreamOutcome.notText)
                continue
            }
            read(text, moment, &outcome)
        }
        return outcome
    }

    private static func read(_ text: String, _ moment: Moment, _ outcome: inout StreamOutcome) {
        let rest = tornInto(text)
        if rest != nil { outcome.refusals.append("A line is cut off by the beginning of the next one.") }
        guard let line = rest ?? RFLinkLine(text) else {
            outcome.refusals.append("A line is not what an RFLink gateway writes.")
            return
        }
        for _ in 0..<line.broken {
            outcome.refusals.append("A value in an RFLink line is not written as its name says; it was left out.")
        }
        outcome.frames.append(
            DeviceFrame(
                moment: moment, content: line.identities.isEmpty ? .answer : .device, identities: line.identities,
                values: line.values, signature: Array((line.sequence + text).utf8), decoded: .object(line.members)))
    }

    /// The device's line that begins within this one, where the end of what was before it got lost.
    private static func tornInto(_ text: String) -> RFLinkLine? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard (5...DecodingLimits.rflinkParts).contains(parts.count) else { return nil }
        for place in (1..<(parts.count - 3)).reversed() where parts[place].hasSuffix("20") {
            guard parts[place + 1].utf8.count == 2, !parts[place + 2].contains("=") else { continue }
            let line = RFLinkLine((["20"] + parts[(place + 1)...]).joined(separator: ";"))
            if let line, !line.identities.isEmpty { return line }
        }
        return nil
    }
}
