package import GatewayCore

/// How one device model speaks: a file in `devices/`.
///
/// A profile is total: what fits no field is counted and shown as unmapped, never guessed. It holds no
/// expressions, templates or code.
package struct DeviceProfile: Hashable, Sendable {
    /// The file's name without ending: "tuya-ts0215a-sos".
    package var id: String
    package var title: String
    package var maker: String
    package var dialect: Dialect
    /// EnOcean: which of the Equipment Profiles it has ("F6-02-01"); nil for other dialects.
    package var eep: String?
    /// Model names by which a bridge announces it; they only propose the profile.
    package var models: [String]
    package var fields: [ProfileField]
    package var supervision: Supervision
    /// Copies of one press within this time are one press.
    package var repeatWithin: Duration
    /// What to know before fitting one, in sentences.
    package var notes: [String]
    package var samples: [ProfileSample]

    package init(
        id: String, title: String, maker: String, dialect: Dialect, eep: String? = nil, models: [String] = [],
        fields: [ProfileField], supervision: Supervision = .none, repeatWithin: Duration = .seconds(3),
        notes: [String] = [], samples: [ProfileSample] = []
    ) {
        self.id = id
        self.title = title
        self.maker = maker
        self.dialect = dialect
        self.eep = eep
        self.models = models
        self.fields = fields
        self.supervision = supervision
        self.repeatWithin = repeatWithin
        self.notes = notes
        self.samples = samples
    }

    /// What the model can tell, each once, in order of first mention.
    package var capabilities: [Capability] {
        var seen: [Capability] = []
        for field in fields where !seen.contains(field.capability) { seen.append(field.capability) }
        return seen
    }
}
