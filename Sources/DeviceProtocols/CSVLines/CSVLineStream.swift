import GatewayCore

/// Lines of values between commas or semicolons, as a stream: `mat-1,true,87`.
///
/// Profiles name a value by its column, counted from "1", or by its name after a heading: a line of which one
/// cell is `device` or `id`, and none a number. With a heading, that column names the sender; without one, the
/// first does. A line with another number of cells than the heading is refused, and so is a wrong checksum
/// (`*` and two hexadecimal digits at the end, the exclusive or of what is before them).
package struct CSVLineStream: LineStream {
    var framer = LineFramer()
    /// The names of the columns, once a heading has come.
    private var heading: [String]?

    package init() {}

    mutating func read(line: [UInt8], at moment: Moment, into outcome: inout StreamOutcome) {
        switch TextLine(line) {
        case .text(let text): read(text, moment, &outcome)
        case .blank: return
        case .refused(let sentence): outcome.refusals.append(sentence)
        }
    }

    private mutating func read(_ text: String, _ moment: Moment, _ outcome: inout StreamOutcome) {
        let separator: Character = text.contains(";") ? ";" : ","
        let cells = text.split(separator: separator, omittingEmptySubsequences: false).map(Self.trimmed)
        guard cells.count <= DecodingLimits.members else {
            outcome.refusals.append("A line has more than \(DecodingLimits.members) columns.")
            return
        }
        if Self.isHeading(cells) {
            heading = cells
            return
        }
        if let heading, heading.count != cells.count {
            outcome.refusals.append("A line has \(cells.count) columns, where the heading has \(heading.count).")
            return
        }
        var values = NamedValues()
        if let heading {
            for (name, cell) in zip(heading, cells) where !name.isEmpty { _ = values.add(name, cell) }
        } else {
            _ = values.add("device", cells[0])
        }
        let named = values
        for (place, cell) in cells.enumerated() { _ = values.add(String(place + 1), cell) }
        outcome.add(values, describedAs: heading == nil ? values.described : named.described, moment)
    }

    private static func isHeading(_ cells: [String]) -> Bool {
        cells.contains { $0 == "device" || $0 == "id" } && cells.allSatisfy { Scalar.decimal($0) == nil }
    }

    private static func trimmed(_ cell: Substring) -> String {
        var cell = cell.drop { $0 == " " || $0 == "\t" }
        while let last = cell.last, last == " " || last == "\t" { cell.removeLast() }
        return String(cell)
    }
}
