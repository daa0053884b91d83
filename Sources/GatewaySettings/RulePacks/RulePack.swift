internal import GatewayCore

/// Rules that come with the product and are used by name: `packs: [safety-essentials, inactivity]`.
///
/// They are written in the settings language, in `Packs/`, and built into the program, so that they belong to its
/// version and need no folder.
package enum RulePack: String, CaseIterable, Sendable {
    case safetyEssentials = "safety-essentials"
    case inactivity
    case night
    case coldHome = "cold-home"
    case dementia
    case medicines
    case falls

    package var name: String { rawValue }

    /// As it was written.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .safetyEssentials: PackageResources.safety_essentials_yaml
        case .inactivity: PackageResources.inactivity_yaml
        case .night: PackageResources.night_yaml
        case .coldHome: PackageResources.cold_home_yaml
        case .dementia: PackageResources.dementia_yaml
        case .medicines: PackageResources.medicines_yaml
        case .falls: PackageResources.falls_yaml
        }
    }

    /// What stands in it.
    struct Content {
        /// What a home without any of its devices cannot tell of: "a fall".
        var tellsOf: String
        /// By name, each a map with the rule's settings.
        var rules: [(name: String, settings: [Value.Pair])]
    }

    /// - Precondition: it is written as packs are; a test reads each of them.
    func read() -> Content {
        let log = ProblemLog()
        var reader = YAMLText(log: log, source: log.add(SourceText(name: name, text: text)))
        guard let pairs = reader.read()?.pairs, !log.hasErrors,
            let tellsOf = pairs.first(where: { $0.key == "tells_of" })?.value.plainText,
            let rules = pairs.first(where: { $0.key == "rules" })?.value.pairs
        else { preconditionFailure("A pack is a map with `tells_of` and `rules`.") }
        return Content(tellsOf: tellsOf, rules: rules.map { ($0.key, $0.value.pairs ?? []) })
    }
}

extension Value {
    /// The pairs of a map; nil for all else.
    var pairs: [Pair]? {
        if case .map(let pairs) = content { pairs } else { nil }
    }

    /// A scalar without a tag; nil for all else.
    var plainText: String? {
        if case .scalar(let text, _, .none) = content { text } else { nil }
    }

    /// The same as if all of it stood at one place: what is wrong with it is reported there.
    func moved(to place: Place) -> Value {
        let content: Content =
            switch content {
            case .scalar: content
            case .list(let items): .list(items.map { $0.moved(to: place) })
            case .map(let pairs):
                .map(pairs.map { Pair(key: $0.key, keyPlace: place, value: $0.value.moved(to: place)) })
            }
        return Value(place: place, content: content)
    }
}
