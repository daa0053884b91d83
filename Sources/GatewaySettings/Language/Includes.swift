/// Brings the root and its includes together into one map.
///
/// Sections that hold named things may stand in several files; all others stand once.
struct Includes {
    let reading: Reading
    /// Sections whose entries are gathered over all files.
    static let gathered = RootShape.declared.note.settings.compactMap { setting in
        if case .named(let kind, _, _, _) = setting.form { (name: setting.name, kind: kind) } else { nil }
    }

    private var seen: Set<String> = []
    /// Where each file but the root is named.
    private var origins: [String: Place] = [:]
    private var single: [Value.Pair] = []
    private var singleKeys: [String: Place] = [:]
    private var sections: [String: [Value.Pair]] = [:]
    private var sectionKeys: [String: Value.Pair] = [:]

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The whole as one value; nil when the root cannot be read.
    mutating func gather(root path: String) -> Value? {
        guard let root = reading.document(path, from: nil) else { return nil }
        guard case .map(let pairs) = root.content else {
            reading.log.error(.wrongForm, root.place, "settings are a map of `key: value`, not \(root.form)")
            return nil
        }
        seen.insert(path)
        if !pairs.contains(where: { $0.key == "version" }) {
            reading.log.error(
                .missingKey, root.place, "there is no `version`", hint: "begin the file with `version: 1`")
        }
        add(pairs, of: path, within: [path])
        var all = single
        for (key, _) in Self.gathered {
            guard var pair = sectionKeys[key] else { continue }
            if let entries = sections[key] { pair.value.content = .map(entries) }
            all.append(pair)
        }
        return Value(place: root.place, content: .map(all))
    }

    private mutating func add(_ pairs: [Value.Pair], of path: String, within chain: [String]) {
        for pair in pairs {
            switch pair.key {
            case "include": include(pair, of: path, within: chain)
            case "version": checkVersion(pair)
            default:
                if let section = Self.gathered.first(where: { $0.name == pair.key }) {
                    gather(pair, of: section.kind)
                } else if let first = singleKeys[pair.key] {
                    reading.log.error(
                        .nameTaken, pair.keyPlace, "`\(pair.key)` stands here a second time",
                        related: [(first, "already defined")])
                } else {
                    singleKeys[pair.key] = pair.keyPlace
                    single.append(pair)
                }
            }
        }
    }

    private mutating func gather(_ pair: Value.Pair, of kind: String) {
        guard case .map(let entries) = pair.value.content else {
            // Said here: beside a map of another file it would never be read.
            _ = reading.entries(pair.value, name: pair.key, of: kind, limit: 0)
            return
        }
        if sections[pair.key] == nil { sectionKeys[pair.key] = pair }
        var known: [String: Value.Pair] = [:]
        for entry in sections[pair.key] ?? [] { known[entry.key] = entry }
        for entry in entries {
            if let first = known[entry.key] {
                reading.log.error(
                    .nameTaken, entry.keyPlace, "`\(entry.key)` stands a second time under `\(pair.key)`",
                    related: [(first.keyPlace, "already defined")])
            } else {
                sections[pair.key, default: []].append(entry)
            }
        }
        if entries.isEmpty { sections[pair.key, default: []] += [] }
    }

    private func checkVersion(_ pair: Value.Pair) {
        guard let text = reading.text(pair.value, name: "version", limit: SettingsLimits.nameLength),
            text != String(SettingsVersion.current)
        else { return }
        let isOlder = Int(text).map { $0 < SettingsVersion.current } ?? false
        reading.log.error(
            .unknownVersion, pair.value.place, "this gateway does not know version `\(text)` of the settings language",
            hint: isOlder
                ? "`pullcord migrate` writes it in the current version" : "write `version: \(SettingsVersion.current)`")
    }

    // MARK: - Includes

    private mutating func include(_ pair: Value.Pair, of path: String, within chain: [String]) {
        guard chain.count <= SettingsLimits.includeDepth else {
            reading.log.error(
                .includeTooDeep, pair.keyPlace, "includes are nested more than \(SettingsLimits.includeDepth) deep")
            return
        }
        guard let patterns = reading.texts(pair.value, name: "include", limit: SettingsLimits.textLength) else {
            return
        }
        for (pattern, place) in patterns {
            for found in files(matching: pattern, from: path, at: place) {
                guard !chain.contains(found) else {
                    reading.log.error(
                        .includeCircle, place, "`\(found)` includes itself",
                        hint: "by way of " + chain.joined(separator: ", "),
                        related: chain.drop { $0 != found }.compactMap { file in
                            origins[file].map { ($0, "`\(file)` is included") }
                        })
                    continue
                }
                guard seen.insert(found).inserted else {
                    reading.log.error(
                        .includedTwice, place, "`\(found)` is included a second time",
                        related: origins[found].map { [($0, "already included")] } ?? [])
                    continue
                }
                origins[found] = place
                guard let value = reading.document(found, from: place) else { continue }
                guard case .map(let pairs) = value.content else {
                    reading.log.error(.wrongForm, value.place, "settings are a map of `key: value`, not \(value.form)")
                    continue
                }
                add(pairs, of: found, within: chain + [found])
            }
        }
    }

    private func files(matching pattern: String, from path: String, at place: Place) -> [String] {
        let folder = FilePath.folder(of: FilePath.join(FilePath.folder(of: path), pattern))
        guard !FilePath.isPattern(pattern) || !FilePath.isPattern(folder) else {
            reading.log.error(.patternForFolder, place, "`*` and `?` stand for file names, not for folders")
            return []
        }
        let found = reading.includedFiles(pattern, from: path)
        if found.isEmpty {
            reading.log.error(
                .includeFindsNothing, place, "no file fits `\(pattern)`",
                hint: "files are looked for in `\(folder)`; an include must find something")
        }
        return found
    }
}
