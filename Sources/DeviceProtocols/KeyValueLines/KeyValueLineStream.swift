package import GatewayCore

/// Lines of `key=value` pairs with blanks, commas or semicolons between them, as a stream:
/// `device=mat-1 occupied=true battery=87`.
///
/// What stands as `device`, or else as `id`, names the sender. A line may end with `*` and two hexadecimal
/// digits, the exclusive or of what is before them. A line that holds anything else is refused as a whole: half
/// a line may say the opposite.
package struct KeyValueLineStream: SerialStream {
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
            switch TextLine(line) {
            case .text(let text):
                guard let values = pairs(text) else {
                    outcome.refusals.append("A line holds something other than key=value pairs.")
                    continue
                }
                outcome.add(values, moment)
            case .blank: continue
            case .refused(let sentence): outcome.refusals.append(sentence)
            }
        }
        return outcome
    }

    private static let separators = Set(" \t,;")

    private static func pairs(_ text: String) -> NamedValues? {
        var values = NamedValues()
        for part in text.split(whereSeparator: separators.contains) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, !pair[0].isEmpty, values.add(String(pair[0]), String(pair[1])) else { return nil }
        }
        return values.members.isEmpty ? nil : values
    }
}
