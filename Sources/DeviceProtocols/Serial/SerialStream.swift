package import GatewayCore

/// One serial protocol: cuts a byte stream into frames, whatever the pieces in which it arrives, finds its way
/// back after garbage, and takes each frame apart.
///
/// It remembers no more than `DecodingLimits` allows, and no bytes make it trap.
package protocol SerialStream: Sendable {
    /// Takes the bytes that came, and gives what they completed.
    mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome

    /// Gives up what is still unfinished, as after the end of a recording: what followed a false beginning is
    /// looked through again, and a torn rest is refused.
    mutating func finish(at moment: Moment) -> StreamOutcome

    /// Learns how a device's frames are to be read, where the frames themselves do not say it.
    ///
    /// - Parameters:
    ///   - profile: in the words of the protocol: "F6-02-01" of EnOcean.
    ///   - identity: as frames have it.
    mutating func learn(profile: String, of identity: String)

    /// Takes over what another stream of the same protocol has begun, but not what it has learnt.
    mutating func continueFrom(_ old: any SerialStream)
}

extension SerialStream {
    package mutating func learn(profile: String, of identity: String) {}

    package mutating func continueFrom(_ old: any SerialStream) {
        if let old = old as? Self { self = old }
    }
}
