internal import GatewayCore

/// The room in whose name a device is called.
enum RoomGuess {
    /// The room whose identifier or name stands as whole words in a topic or name: "zigbee2mqtt/hall/motion" is in
    /// `hall`. Nil where none does, or more than one.
    static func room(in text: String, among rooms: [Room]) -> RoomID? {
        let words = words(of: text)
        let found = rooms.filter { room in
            let names = [Self.words(of: "\(room.id)"), Self.words(of: room.name).filter(isNoArticle)]
            return names.contains { contains(words, $0) }
        }
        // "bath" stands in no other name, but "room" may stand within "living room": the longest is meant.
        let longest = found.map { Self.words(of: "\($0.id)").count }.max()
        let most = found.filter { Self.words(of: "\($0.id)").count == longest }
        return most.count == 1 ? most[0].id : nil
    }

    private static func words(of text: String) -> [String] {
        text.split(separator: "/").flatMap { level in
            (MadeName.name(from: String(level)) ?? "").split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
        }
    }

    private static func isNoArticle(_ word: String) -> Bool {
        !["the", "der", "die", "das", "le", "la", "les"].contains(word)
    }

    private static func contains(_ words: [String], _ part: [String]) -> Bool {
        guard !part.isEmpty, part.count <= words.count else { return false }
        return (0...(words.count - part.count)).contains { Array(words[$0..<($0 + part.count)]) == part }
    }
}
