/// The root file and all that it includes, each by itself.
struct SettingsDocuments {
    struct Document {
        var path: String
        var value: Value
    }

    let reading: Reading
    private(set) var all: [Document] = []

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// Reads a file and what it includes. What cannot be read is in the log.
    mutating func add(_ path: String, from origin: Place? = nil, depth: Int = 0) {
        guard depth <= SettingsLimits.includeDepth, !all.contains(where: { $0.path == path }),
            let value = reading.document(path, from: origin)
        else { return }
        all.append(Document(path: path, value: value))
        guard case .map(let pairs) = value.content else { return }
        for pair in pairs where pair.key == "include" {
            let patterns = reading.texts(pair.value, name: "include", limit: SettingsLimits.textLength) ?? []
            for (pattern, place) in patterns {
                // What fits nothing is for `check` to say.
                for found in reading.includedFiles(pattern, from: path) { add(found, from: place, depth: depth + 1) }
            }
        }
    }
}
