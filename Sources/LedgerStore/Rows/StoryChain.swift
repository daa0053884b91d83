import Crypto

/// The end of the story's chain: each entry's hash covers the one before it and the entry's bytes as they
/// stand on disk, so that nothing in it can be changed, removed or put in without its being seen.
struct StoryChain: Codable, Hashable, Sendable {
    /// The sequence number of the entry that this is the hash of; 0 before the first.
    var sequence: Int64
    /// SHA-256, 32 bytes; all zero before the first entry.
    var hash: [UInt8]

    static let start = StoryChain(sequence: 0, hash: [UInt8](repeating: 0, count: 32))

    /// The chain with one more entry.
    func extended(by body: [UInt8], sequence: Int64) -> StoryChain {
        var hash = SHA256()
        hash.update(data: self.hash)
        hash.update(data: body)
        return StoryChain(sequence: sequence, hash: Array(hash.finalize()))
    }
}
