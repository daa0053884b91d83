internal import GatewayCore

/// The language of the settings as others need it: schemas for editors, and the reference that people read. All of it
/// is made of the shapes by which the files are read.
package enum SettingsLanguage {
    /// The kinds of files in it.
    package enum File: String, CaseIterable, Sendable {
        /// The settings of a home, and what they include.
        case home
        /// A profile of a device model: `devices/*.yaml`.
        case device

        var root: ShapeNote {
            switch self {
            case .home: RootShape.declared.note
            case .device: ProfileShape.declared.note
            }
        }

        var title: String {
            switch self {
            case .home: "Settings of a home, version 1"
            case .device: "A device's profile, version 1"
            }
        }
    }

    /// JSON Schema, draft 2020-12, as it stands in `docs/schema/`.
    package static func schema(of file: File) -> String {
        JSONSchema.text(of: file.root, title: file.title, needs: file == .device)
    }

    /// Behind this line of `docs/SETTINGS.md` everything is generated.
    package static let marker = "<!-- Below this line: pullcord schema --format markdown -->"

    /// Every setting of every section, in Markdown.
    package static func reference() -> String {
        var page = ReferencePage()
        for file in File.allCases { page.add(file.root, title: file.title) }
        return page.text
    }
}
