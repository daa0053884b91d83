import Mustache

/// The pages' templates, which are part of the program.
struct PageTemplates: Sendable {
    /// A template that a response can be made of.
    enum Name: String, CaseIterable {
        case desk, answer, message
    }

    static let shared = PageTemplates()

    private let library: MustacheLibrary

    private init() {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        let texts: [(String, [UInt8])] = [
            ("page", PackageResources.page_mustache),
            ("desk", PackageResources.desk_mustache),
            ("badge", PackageResources.badge_mustache),
            ("alert", PackageResources.alert_mustache),
            ("answer", PackageResources.answer_mustache),
            ("message", PackageResources.message_mustache),
        ]
        var library = MustacheLibrary()
        for (name, bytes) in texts {
            // Each template begins with the content type: the library falls back to its own at every partial.
            let text = "{{% CONTENT_TYPE:\(PageText.name)}}" + String(decoding: bytes, as: UTF8.self)
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("The template \(name) is wrong: \(error)")
            }
        }
        self.library = library
    }

    func render(_ name: Name, _ view: some Sendable) -> String {
        guard let text = library.render(view, withTemplate: name.rawValue) else {
            preconditionFailure("There is no template \(name.rawValue).")
        }
        return text
    }
}
