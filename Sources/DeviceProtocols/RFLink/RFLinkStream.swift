import GatewayCore

/// The RFLink protocol as a stream of lines.
///
/// A sender is known by protocol, id and switch, "newkaku:cac142:1", or by protocol and id alone, in lower
/// case. What profiles name is called as python-rflink calls it: `temperature`, `humidity`, `battery` (ok or
/// low), `command`, `doorbell_melody`, `smokealert`, `pir` … A line cut off by the beginning of the next one
/// is given up, and the next one is heard.
package struct RFLinkStream: LineStream {
    var framer = LineFramer()

    package init() {}

    mutating func read(line bytes: [UInt8], at moment: Moment, into outcome: inout StreamOutcome) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            outcome.refusals.append(StreamOutcome.notText)
            return
        }
        let joined = Self.joined(text)
        if let before = joined?.before {
            read(line: Array(before.utf8), at: moment, into: &outcome)
        } else if joined != nil {
            outcome.refusals.append("A line is cut off by the beginning of the next one.")
        }
        guard let line = joined?.last ?? RFLinkLine(text) else {
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

    private static func endsLikeEcho(_ part: Substring) -> Bool {
        part.hasSuffix("1") && !part.contains("=")
    }

    /// The device's line that begins within this one, where the end of what was before it got lost; and what was
    /// before it, where that is whole but for the end of its line: a message ends with its semicolon.
    private static func joined(_ text: String) -> (before: String?, last: RFLinkLine)? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard (5...DecodingLimits.rflinkParts).contains(parts.count) else { return nil }
        for place in (0..<(parts.count - 3)).reversed() where parts[place].hasSuffix("20") {
            // The line's own beginning, or behind "11" that of the echo of a command, which nobody pressed.
            if parts[place] == "20", place == 0 || endsLikeEcho(parts[place - 1]) { return nil }
            guard parts[place + 1].utf8.count == 2, !parts[place + 2].contains("=") else { continue }
            let line = RFLinkLine((["20"] + parts[(place + 1)...]).joined(separator: ";"))
            guard let line, !line.identities.isEmpty else { continue }
            let before = parts[..<place].joined(separator: ";") + ";"
            return (parts[place] == "20" && RFLinkLine(before) != nil ? before : nil, line)
        }
        return nil
    }
}
