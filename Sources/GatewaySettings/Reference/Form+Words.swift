internal import GatewayCore

// Forms as people read them.
extension Form {
    var words: String { words { $0 } }

    /// - Parameter linked: how the name of a shape is shown.
    func words(_ linked: (String) -> String) -> String {
        switch self {
        case .text(limit: SettingsLimits.nameLength): "text"
        case .text(let limit): "text, at most \(limit) characters"
        case .pattern(_, let words): words
        case .secret: "`!secret name`, or a text"
        case .path: "path"
        case .flag: "`true` or `false`"
        case .integer(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .duration(let range):
            "duration, \(DurationText.write(range.lowerBound)) to \(DurationText.write(range.upperBound))"
        case .quantity: "number"
        case .difference: "number above 0"
        case .window: "part of the day, such as `22:00-06:30`"
        case .time: "time of day, such as `07:10`"
        case .words(let words): Self.choice(words.map { "`\($0)`" })
        case .name(let kind): "name of \(Self.article(kind)) \(kind)"
        case .either(let forms): Self.choice(forms.map { $0.words(linked) })
        case .list(let item, let count): "list of \(count.lowerBound) to \(count.upperBound): \(item.words(linked))"
        case .some(let item): item.words(linked) + "; or a list of them"
        case .table(let shape): linked(shape.name)
        case .named(_, let thing, let limit, _): "up to \(limit), by name: \(thing.words(linked))"
        case .variants(_, let variants): linked(variants().common.name)
        }
    }

    private static func article(_ word: String) -> String { "aeiou".contains(word.prefix(1)) ? "an" : "a" }

    /// "a, b or c".
    private static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
