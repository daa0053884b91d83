/// Where in a settings file the next device is written.
struct DevicesPlace {
    let path: String
    let bytes: [UInt8]
    let isReadableByAll: Bool
    /// Devices that stand there.
    let count: Int
    /// They stand one below the other, and not in braces.
    let isBlock: Bool
    private let lines: [Substring]
    /// The lines up to this one stay before the new ones.
    private let line: Int
    private let indent: Int
    private let needsKey: Bool

    /// Nil for a file without `devices:`.
    init?(_ path: String, _ content: FileContent) {
        let log = ProblemLog()
        let text = String(decoding: content.bytes, as: UTF8.self)
        let source = log.add(SourceText(name: path, text: text, isSecret: false))
        var reader = YAMLText(log: log, source: source, remaining: SettingsLimits.values)
        guard let value = reader.read(), case .map(let pairs) = value.content,
            let pair = pairs.first(where: { $0.key == "devices" })
        else { return nil }
        let devices: [Value.Pair]
        switch pair.value.content {
        case .map(let pairs): devices = pairs
        case .scalar("", isPlain: true, _): devices = []
        default: return nil
        }
        let lines = Self.lines(of: text)
        let own = pair.keyPlace.line - 1
        let first = devices.first?.keyPlace
        let standsBelow = first.map { $0.line > pair.keyPlace.line && $0.column > pair.keyPlace.column }
        self.init(
            path: path, content: content, count: devices.count,
            isBlock: standsBelow ?? !lines[own].contains("{"), lines: lines,
            line: Self.lastLine(below: own, in: lines), indent: first.map { $0.column - 1 } ?? 2, needsKey: false)
    }

    /// Behind all that stands in a file, with the key.
    init(newIn path: String, _ content: FileContent) {
        let lines = Self.lines(of: String(decoding: content.bytes, as: UTF8.self))
        self.init(
            path: path, content: content, count: 0, isBlock: true, lines: lines,
            line: lines.indices.last { !lines[$0].allSatisfy(\.isWhitespace) } ?? 0, indent: 2, needsKey: true)
    }

    private init(
        path: String, content: FileContent, count: Int, isBlock: Bool, lines: [Substring], line: Int, indent: Int,
        needsKey: Bool
    ) {
        self.path = path
        bytes = content.bytes
        isReadableByAll = content.isReadableByAll
        self.count = count
        self.isBlock = isBlock
        self.lines = lines
        self.line = line
        self.indent = indent
        self.needsKey = needsKey
    }

    /// Each without its line feed; a carriage return before it is a part of the line.
    private static func lines(of text: String) -> [Substring] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// The last line of what stands below a key at the margin.
    private static func lastLine(below key: Int, in lines: [Substring]) -> Int {
        var last = key
        for place in lines.indices.dropFirst(key + 1) {
            let words = lines[place].drop { $0.isWhitespace }
            if words.isEmpty { continue }
            if words.startIndex == lines[place].startIndex {
                // A comment at the margin belongs to what comes behind it.
                if words.first == "#" { continue }
                break
            }
            last = place
        }
        return last
    }

    /// The whole file with the new lines.
    func text(adding entry: [String]) -> String {
        let margin = String(repeating: " ", count: indent)
        let end = lines[line].unicodeScalars.last == "\r" ? "\r" : ""
        let new = ((needsKey ? ["", "devices:"] : []) + entry.map { margin + $0 }).map { $0 + end }
        let rest = lines.dropFirst(line + 1).map(String.init)
        return (lines.prefix(line + 1).map(String.init) + new + (rest.isEmpty ? [""] : rest)).joined(separator: "\n")
    }
}
