/// One run over all files: what was opened, what is wrong, and how values become what they mean.
final class Reading {
    let log = ProblemLog()
    let files: any SettingsFiles
    let secrets: SecretStore
    /// Of all settings and profiles, not of secrets.
    private(set) var fingerprint = Fingerprint()
    private(set) var opened: [String: FileContent] = [:]
    /// Names of things as written, good or bad, by what such a thing is called, so that one mistake in a thing is not
    /// reported again at each use of it.
    var known: [String: Names] = [:]
    /// Of all files together.
    private var openedBytes = 0
    private var remainingValues = SettingsLimits.values

    init(files: any SettingsFiles, root: String, credentialsFolder: String?) {
        self.files = files
        secrets = SecretStore(folder: FilePath.folder(of: root), credentialsFolder: credentialsFolder)
    }

    /// Counts what belongs to the settings and stands in no file of theirs.
    func count(_ text: String) { fingerprint.add(text) }

    /// Opens a YAML file and reads its root.
    ///
    /// - Parameter origin: where it is named; nil for the root.
    func document(_ path: String, from origin: Place?, isSecret: Bool = false) -> Value? {
        guard let content = open(path, from: origin, atMost: SettingsLimits.fileBytes) else { return nil }
        if isSecret, content.isReadableByAll {
            log.error(
                .secretReadableByAll, inFile: path, "everybody on this machine can read this file with secrets",
                hint: "chmod 600 \(path)")
            return nil
        }
        if !isSecret {
            fingerprint.add(path)
            fingerprint.add(content.bytes)
        }
        guard let text = text(content.bytes, path: path, isSecret: isSecret) else { return nil }
        let source = log.add(SourceText(name: path, text: text, isSecret: isSecret))
        var reader = YAMLText(log: log, source: source, remaining: remainingValues)
        defer { remainingValues = max(0, remainingValues - reader.count) }
        return reader.read()
    }

    /// Opens any file and remembers it for the copy of the last good settings.
    func open(_ path: String, from origin: Place?, atMost limit: Int) -> FileContent? {
        guard opened.count < SettingsLimits.files || opened[path] != nil else {
            let message = "more than \(SettingsLimits.files) files belong to these settings"
            report(.tooManyFiles, message, path: path, origin: origin)
            return nil
        }
        do {
            let content = try files.read(path, atMost: limit)
            guard openedBytes + content.bytes.count <= SettingsLimits.allBytes else {
                let message = "the files of these settings are larger than \(SettingsLimits.allBytes) bytes together"
                report(.fileTooLarge, message, path: path, origin: origin)
                return nil
            }
            openedBytes += content.bytes.count
            opened[path] = content
            return content
        } catch {
            report(error.code, "`\(path)` \(error.reason)", path: path, origin: origin)
            return nil
        }
    }

    /// The files that a path or a pattern of an `include` means, as seen from the file in which it stands.
    func includedFiles(_ pattern: String, from path: String) -> [String] {
        let full = FilePath.join(FilePath.folder(of: path), pattern)
        guard FilePath.isPattern(pattern) else { return [full] }
        let folder = FilePath.folder(of: full)
        return files.names(inFolder: folder)
            .filter { $0 != "secrets.yaml" && FilePath.matches($0, pattern: FilePath.name(of: full)) }
            .map { FilePath.join(folder, $0) }
    }

    private func report(_ code: ProblemCode, _ message: String, path: String, origin: Place?) {
        if let origin { log.error(code, origin, message) } else { log.error(code, inFile: path, message) }
    }

    private func text(_ bytes: [UInt8], path: String, isSecret: Bool) -> String? {
        // A byte-order mark would move the first line's columns.
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return text }
        let repaired = String(decoding: body, as: UTF8.self)
        let source = SourceText(name: path, text: repaired, isSecret: isSecret)
        let before = repaired.unicodeScalars.prefix { $0 != "\u{FFFD}" }
        let line = before.reduce(into: 1) { count, scalar in if scalar == "\n" { count += 1 } }
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        log.error(
            .notUTF8, Place(source: log.add(source), line: line, column: column, length: 1), "this is not UTF-8",
            hint: "save the file with the encoding UTF-8")
        return nil
    }
}
