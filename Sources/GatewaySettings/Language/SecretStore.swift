/// Finds secrets by name: in the credentials that systemd hands over, else in `secrets.yaml` beside the root.
final class SecretStore {
    private let folder: String
    private let credentialsFolder: String?
    private var named: [String: Value]?
    /// What is wrong with it has been said.
    private var isUnreadable = false

    init(folder: String, credentialsFolder: String?) {
        self.folder = folder
        self.credentialsFolder = credentialsFolder
    }

    func secret(named name: String, at place: Place, in reading: Reading) -> String? {
        if let credentialsFolder, IdentifierForm.isWellFormed(name) {
            let path = FilePath.join(credentialsFolder, name)
            if reading.files.exists(path) {
                guard let content = reading.open(path, from: place, atMost: SettingsLimits.secretBytes) else {
                    return nil
                }
                return Self.text(of: content, path: path, at: place, in: reading)
            }
        }
        let known = load(from: place, in: reading)
        guard let value = known[name] else {
            // Without the file there is nothing to be near to, and its absence has been reported.
            if named != nil {
                reading.log.error(
                    .unknownSecret, place, "there is no secret `\(name)`",
                    hint: Suggestion.nearest(to: name, among: known.keys.sorted()).map { "did you mean `\($0)`?" }
                        ?? "add `\(name): …` to \(path)")
            }
            return nil
        }
        guard case .scalar(let text, _, .none) = value.content, !text.isEmpty else {
            reading.log.error(
                .wrongForm, value.place, "the secret `\(name)` is \(value.form), not a text", isSecret: true)
            return nil
        }
        return text
    }

    /// The content of a file that holds nothing but a secret, without its last line break.
    func secret(inFile path: String, at place: Place, in reading: Reading) -> String? {
        let path = FilePath.join(FilePath.folder(of: reading.log.sources[place.source].name), path)
        guard let content = reading.open(path, from: place, atMost: SettingsLimits.secretBytes) else { return nil }
        guard !content.isReadableByAll else {
            reading.log.error(
                .secretReadableByAll, place, "everybody on this machine can read `\(path)`", hint: "chmod 600 \(path)")
            return nil
        }
        return Self.text(of: content, path: path, at: place, in: reading)
    }

    private var path: String { FilePath.join(folder, "secrets.yaml") }

    private func load(from place: Place, in reading: Reading) -> [String: Value] {
        if let named { return named }
        guard !isUnreadable else { return [:] }
        guard reading.files.exists(path) else {
            let example = path + ".example"
            let start =
                reading.files.exists(example)
                ? "fill in a copy of `\(example)`" : "write `name: value` lines into it"
            reading.log.error(
                .fileMissing, place, "`\(path)` does not exist", hint: start + " and `chmod 600` it")
            isUnreadable = true
            return [:]
        }
        guard let root = reading.document(path, from: place, isSecret: true) else {
            isUnreadable = true
            return [:]
        }
        guard case .map(let pairs) = root.content else {
            reading.log.error(.wrongForm, root.place, "secrets are a map of `name: value`", isSecret: true)
            isUnreadable = true
            return [:]
        }
        let found = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
        named = found
        return found
    }

    private static func text(of content: FileContent, path: String, at place: Place, in reading: Reading) -> String? {
        guard var text = String(validating: content.bytes, as: UTF8.self) else {
            reading.log.error(.notUTF8, place, "`\(path)` is not UTF-8")
            return nil
        }
        if text.hasSuffix("\r\n") || text.hasSuffix("\n") { text.removeLast() }
        guard !text.isEmpty else {
            reading.log.error(.emptyValue, place, "`\(path)` is empty")
            return nil
        }
        return text
    }
}
