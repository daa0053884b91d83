import GatewayCore

/// Lines of `key=value` pairs with blanks, commas or semicolons between them, as a stream:
/// `device=mat-1 occupied=true battery=87`.
///
/// What stands as `device`, or else as `id`, names the sender. A line may end with `*` and two hexadecimal
/// digits, the exclusive or of what is before them. A line that holds anything else is refused as a whole: half
/// a line may say the opposite.
package struct KeyValueLineStream: LineStream {
    var framer = LineFramer()

    package init() {}

    mutating func read(line: [UInt8], at moment: Moment, into outcome: inout StreamOutcome) {
        switch TextLine(line) {
        case .text(let text):
            guard let values = Self.pairs(text) else {
                outcome.refusals.append("A line holds something other than key=value pairs.")
                return
            }
            outcome.add(values, moment)
        case .blank: return
        case .refused(let sentence): outcome.refusals.append(sentence)
        }
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
