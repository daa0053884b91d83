import GatewayCore
import GatewaySettings

/// The base home with an example of the catalog written over it: an entry of a section takes the place of the
/// one with its name, everything else is added.
struct CatalogHome {
    private(set) var files: [String: String] = [:]

    init(_ example: String) {
        var name = BaseHome.root
        for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# "), line.hasSuffix(".yaml") {
                name = String(line.dropFirst(2))
            } else {
                files[name, default: ""] += line + "\n"
            }
        }
        files[BaseHome.root] = Self.merged(BaseHome.text, files[BaseHome.root] ?? "")
    }

    func read() -> SettingsResult {
        BaseHome.read(files[BaseHome.root] ?? "", files: files, kinds: RuleRegistry.kinds)
    }

    private struct Block {
        var head: String
        var entries: [String] = []

        /// Up to the first colon.
        static func key(_ line: String) -> String { String(line.drop { $0 == " " }.prefix { $0 != ":" }) }
    }

    private static func blocks(_ text: String) -> [Block] {
        var blocks: [Block] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) {
            if !line.hasPrefix(" ") {
                blocks.append(Block(head: line))
            } else if line.hasPrefix("   ") || line.hasPrefix("  -") {
                let last = blocks[blocks.count - 1].entries.count - 1
                blocks[blocks.count - 1].entries[last] += line + "\n"
            } else {
                blocks[blocks.count - 1].entries.append(line + "\n")
            }
        }
        return blocks
    }

    private static func merged(_ base: String, _ example: String) -> String {
        var blocks = blocks(base)
        for other in Self.blocks(example) {
            guard let place = blocks.firstIndex(where: { Block.key($0.head) == Block.key(other.head) }) else {
                blocks.append(other)
                continue
            }
            guard !other.entries.isEmpty, !other.head.hasSuffix("# and no others") else {
                blocks[place] = other
                continue
            }
            for entry in other.entries {
                let twin = blocks[place].entries.firstIndex { Block.key($0) == Block.key(entry) }
                if let twin { blocks[place].entries[twin] = entry } else { blocks[place].entries.append(entry) }
            }
        }
        return blocks.map { $0.head + "\n" + $0.entries.joined() }.joined()
    }
}
