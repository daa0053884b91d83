package import GatewayCore

/// One way to reach a contact, as the daemon drives it.
///
/// Its conformers pass `AlertChannelConformance` in `AlertDeliveryTests`.
package protocol AlertChannel: Sendable {
    var id: ChannelID { get }

    /// One attempt. Ends within the connection's timeout, whatever the other side does; never throws: every
    /// way of failing is an outcome.
    ///
    /// - Parameter now: the moment of sending, for time stamps and for saying how late it is.
    func deliver(_ order: DeliveryOrder, at now: Moment) async -> DeliveryOutcome

    /// Supervises the path until cancelled: polls where the protocol has them, and reports each change.
    func supervise(report: @escaping @Sendable (PathState) -> Void) async

    /// Closes connections.
    func shutdown() async
}
