package import GatewayCore

/// What stands after a frame's first `[`: data, extended data blocks and the time stamp.
package struct DC09Content: Hashable, Sendable {
    /// `#1234|1101 00 003`; empty in polls and most replies.
    package var data: String
    /// Without their brackets, each with its letter first (`Atest`).
    package var blocks: [String]
    package var timestamp: WallTime?

    package init(data: String = "", blocks: [String] = [], timestamp: WallTime? = nil) {
        self.data = data
        self.blocks = blocks
        self.timestamp = timestamp
    }

    /// All after `[`.
    var text: String {
        data + "]" + blocks.map { "[\($0)]" }.joined() + (timestamp.map(DC09Timestamp.text) ?? "")
    }

    init(text: Substring) throws(DC09FrameError) {
        guard let end = text.firstIndex(of: "]") else { throw .malformed("The frame's data has no end.") }
        data = String(text[..<end])
        blocks = []
        timestamp = nil
        var rest = text[text.index(after: end)...]
        while rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { throw .malformed("A block of the frame has no end.") }
            blocks.append(String(rest[rest.index(after: rest.startIndex)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        if rest.isEmpty { return }
        guard let time = DC09Timestamp.time(of: String(rest)) else {
            throw .malformed("The frame's end is no time stamp.")
        }
        timestamp = time
    }
}
