package import GatewayCore

/// What the gateway answers.
package enum ControlResponse: Codable, Sendable {
    /// It was done; one sentence.
    case done(String)
    /// It was not; one sentence that says why and what to do.
    case refused(String)
    case status(StatusReport)
    case devices(DevicesReport)
    case strangers(StrangersReport)
    case alerts([Alert])
    case shadow(ShadowReport)
    case story(AlertAccount)
    case rule(RuleAccount)
}
