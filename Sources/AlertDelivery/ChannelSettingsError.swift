/// Why a channel cannot be made from its settings. The sentence tells an installer what to do.
package struct ChannelSettingsError: Error, Hashable, CustomStringConvertible {
    package var description: String

    init(_ sentence: String) {
        description = sentence
    }
}
