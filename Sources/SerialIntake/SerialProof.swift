package import GatewayCore

/// What must come from a port before it counts as up.
package struct SerialProof: Sendable {
    /// Takes what came, and says whether the device has proven itself by now.
    package typealias Listener = @Sendable (_ bytes: [UInt8], _ moment: Moment) -> Bool

    /// From the end of the greeting on; then the port is left alone for a while.
    package var within: Duration
    /// Why, in one sentence for the installer: nothing came at all.
    package var silence: String
    /// Why, in one sentence for the installer: what came is something else.
    package var strangeness: String
    /// Gives a listener that has heard nothing; asked for at each opening. Called on the event thread, must not
    /// wait.
    package var listener: @Sendable () -> Listener

    package init(
        within: Duration, silence: String, strangeness: String, listener: @escaping @Sendable () -> Listener
    ) {
        self.within = within
        self.silence = silence
        self.strangeness = strangeness
        self.listener = listener
    }
}
