import GatewayCore

/// The one row that says whose ledger this is and how far it goes.
struct GatewayRow: Codable, Hashable, Sendable {
    var ledger: String
    var mark: TimeMark?
    var state: GatewayState
    /// Device rows hold everything before this reading; a restore replays the history from here.
    var replayFrom: Int64
    /// The ordinal of the next reading as of this row; never less than what the history says.
    var nextReading: Int64
    /// The end of the part of the story that has been retired.
    var storyAnchor: StoryChain

    /// The row without the state, which versions shape differently.
    struct Head: Decodable {
        var ledger: String
        var mark: TimeMark?
        var replayFrom: Int64
        var nextReading: Int64
        var storyAnchor: StoryChain
        var state: Counters
    }

    /// What of the state must never be lost while the identity stays: a number given twice would be taken
    /// for a repeat.
    struct Counters: Decodable {
        var lastAlert: Int64
        var lastDelivery: Int64
        var lastStory: Int64
    }

    struct Memory: Decodable {
        var state: GatewayState
    }
}
