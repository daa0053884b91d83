internal import DeviceProtocols

/// The profiles that settings may name: those beside them first, then the shipped ones.
final class ProfileLibrary {
    private let folders: [String]
    private let reading: Reading
    /// By name; nil for one that is there but wrong, which has been reported.
    private var known: [String: DeviceProfile?] = [:]

    init(folders: [String], reading: Reading) {
        self.folders = folders
        self.reading = reading
    }

    func profile(named name: String, at place: Place) -> DeviceProfile? {
        if let known = known[name] { return known }
        guard IdentifierForm.isWellFormed(name), !name.hasSuffix(".yaml") else {
            reading.log.error(
                .badName, place, "`\(name)` cannot name a profile",
                hint: name.hasSuffix(".yaml") ? "without `.yaml`" : "names are \(IdentifierForm.rule)")
            return nil
        }
        for folder in folders {
            let path = FilePath.join(folder, name + ".yaml")
            guard reading.files.exists(path) else { continue }
            let profile = reading.document(path, from: place).flatMap {
                ProfileReader.profile($0, id: name, in: reading)
            }
            known[name] = .some(profile)
            return profile
        }
        let names = folders.flatMap { reading.files.names(inFolder: $0) }
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        reading.log.error(
            .unknownProfile, place, "there is no profile `\(name)`",
            hint: Suggestion.hint(
                for: name, among: names.sorted(),
                otherwise: "profiles are looked for in " + folders.joined(separator: " and ")))
        return nil
    }
}
