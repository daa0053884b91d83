internal import GatewayCore

/// How long an intake waits for what. Tests shorten it; a home has no reason to.
package struct IntakeTiming: Hashable, Sendable {
    package var connect = MQTTLimits.connectTimeout
    package var subscribe = MQTTLimits.subscribeTimeout
    package var canary = MQTTLimits.canaryDeadline
    package var record = MQTTLimits.recordTimeout

    package init() {}
}
