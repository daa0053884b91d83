/// Reads a page's tags, as far as tests need them.
struct PageReader {
    struct Tag {
        var name: String
        var attributes: [String: String]
        /// The text between this tag and the next.
        var text: String
    }

    /// Opening tags in order.
    private(set) var tags: [Tag] = []
    /// What is wrong with how the tags are nested; nil where nothing is.
    private(set) var fault: String?

    private static let void: Set<String> = ["meta", "link", "br", "hr", "input", "img", "!doctype"]

    init(_ page: String) {
        var open: [String] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else {
                fault = fault ?? "A tag has no end."
                break
            }
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let text = String(rest[..<(rest.firstIndex(of: "<") ?? rest.endIndex)])
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.popLast() != name { fault = fault ?? "</\(name)> ends what was not begun." }
                continue
            }
            let name = String(inside.prefix { !$0.isWhitespace }).lowercased()
            tags.append(Tag(name: name, attributes: Self.attributes(inside.dropFirst(name.count)), text: text))
            if !Self.void.contains(name) { open.append(name) }
        }
        if !open.isEmpty { fault = fault ?? "<\(open[open.count - 1])> has no end." }
    }

    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

    /// What is wrong with the page for somebody who hears it or uses the keyboard.
    var barriers: [String] {
        var found: [String] = fault.map { [$0] } ?? []
        if all("html").first?.attributes["lang"] != "en" { found.append("The page has no language.") }
        if all("title").first?.text.isEmpty ?? true { found.append("The page has no title.") }
        if all("h1").count != 1 { found.append("The page has \(all("h1").count) first headings.") }
        if all("main").count != 1 { found.append("The page has \(all("main").count) main parts.") }
        let labelled = Set(all("label").compactMap { $0.attributes["for"] })
        for field in tags where ["input", "select", "textarea"].contains(field.name) {
            if !labelled.contains(field.attributes["id"] ?? "") { found.append("A \(field.name) has no label.") }
        }
        for button in all("button") where button.text.allSatisfy(\.isWhitespace) {
            found.append("A button has no text.")
        }
        var ids: Set<String> = []
        for id in tags.compactMap({ $0.attributes["id"] }) where !ids.insert(id).inserted {
            found.append("The id \(id) is there twice.")
        }
        for attribute in ["aria-labelledby", "aria-describedby"] {
            for id in tags.compactMap({ $0.attributes[attribute] }) where !ids.contains(id) {
                found.append("\(attribute) names \(id), which is not there.")
            }
        }
        if tags.contains(where: { $0.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") } }) {
            found.append("The page has inline style or script.")
        }
        return found
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else {
                attributes[name] = ""
                continue
            }
            rest = rest.dropFirst()
            if rest.first == "\"" {
                let value = rest.dropFirst().prefix { $0 != "\"" }
                attributes[name] = String(value)
                rest = rest.dropFirst(value.count + 2)
            } else {
                let value = rest.prefix { !$0.isWhitespace }
                attributes[name] = String(value)
                rest = rest.dropFirst(value.count)
            }
        }
        return attributes
    }
}
