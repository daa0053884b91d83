import Testing

/// Files and functions small enough to read in one go.
struct SizeTests {
    @Test func `no source file is longer than 400 lines`() {
        let long = SourceTree.sources.filter { $0.lines.count > 401 }.map { "\($0.path): \($0.lines.count)" }
        #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
    }

    @Test func `no line is longer than 120 characters`() {
        var long: [String] = []
        for file in SourceTree.sources {
            for (index, line) in file.lines.enumerated() where line.count > 120 {
                long.append("\(file.path):\(index + 1): \(line.count)")
            }
        }
        #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
    }

    @Test func `no function is longer than 60 lines`() {
        var long: [String] = []
        for file in SourceTree.sources {
            for function in Self.functions(in: file.lines) where function.length > 60 {
                long.append("\(file.path):\(function.line): \(function.length) lines")
            }
        }
        #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
    }

    @Test func `a function's length is counted to its closing brace`() {
        let lines = ["struct A {", "    func b() {", "        c()", "    }", "    init() {", "    }", "}"]
        #expect(Self.functions(in: lines).map(\.length) == [3, 2])
    }

    /// Functions and initialisers by indentation: one ends at the first closing brace as far left as it began.
    static func functions(in lines: [String]) -> [(line: Int, length: Int)] {
        var found: [(line: Int, length: Int)] = []
        for (index, line) in lines.enumerated() {
            let bare = line.drop { $0 == " " }
            let isFunction = bare.contains("func ") && !bare.hasPrefix("//") || bare.hasPrefix("init(") || bare.contains(" init(")
            guard isFunction, !bare.hasPrefix("///"), !bare.hasPrefix("//") else { continue }
            let indent = line.count - bare.count
            let end = lines[(index + 1)...].firstIndex { candidate in
                let text = candidate.drop { $0 == " " }
                return candidate.count - text.count <= indent && text.hasPrefix("}")
            }
            let isBodiless = !lines[index...(end ?? index)].contains { $0.hasSuffix("{") || $0.contains("{ ") }
            if let end, !isBodiless { found.append((index + 1, end - index + 1)) }
        }
        return found
    }
}
