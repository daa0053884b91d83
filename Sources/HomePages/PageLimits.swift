/// Every bound of the pages in one place, each with its reason.
package enum PageLimits {
    /// One webhook message. A story of twenty lines and eight readings stays below 32 KiB.
    package static let webhookBytes = 262_144
    /// One form: an outcome and 500 characters of at most four bytes, percent-encoded to three times that.
    package static let formBytes = 8_192
    /// A note that goes with an outcome, in characters, as `Closure.note` has it.
    package static let noteCharacters = 500
    /// Alerts that the desk keeps; beyond it the oldest closed one goes first.
    package static let deskAlerts = 500
    /// Webhook ids that the desk remembers, so that a repeat is known: some twenty messages for each alert.
    package static let deskMessages = 10_000
    /// Deliveries listed with one alert; a stuck button must not grow it without end.
    package static let deskDeliveries = 100
    /// Story lines and readings shown with one alert.
    package static let deskLines = 100
    /// Characters of one text in a message; what is longer is cut. The longest sentence is some 300.
    package static let deskTextCharacters = 2_000
    /// Closed alerts on the desk's first page; the rest are one link away.
    package static let closedOnFirstPage = 10
    /// Pages that listen for live changes at once: a few screens in each of a few offices.
    package static let deskListeners = 64
    /// Changes waiting for one listener. Each says only "look again", so that losing older ones loses nothing.
    package static let changesWaiting = 16
    /// The pause after which a listener gets a sign of life, well below the 60 s after which proxies hang up.
    package static let listenerHeartbeat = Duration.seconds(15)
    /// The desk's whole attempt to answer the gateway, as long as the gateway's own webhook attempts.
    package static let answerTimeout = Duration.seconds(10)
    /// Bytes of the gateway's answer that the desk reads.
    package static let answerBytes = 65_536
    /// Connections of one listener; the rest wait in the kernel's queue.
    package static let connections = 256
    /// A connection without a whole request for this long is closed, so that idle ones do not fill the house.
    package static let idleConnection = Duration.seconds(60)
    /// How long a request's body may take, so that a sender of one byte a minute holds nothing.
    package static let bodyTime = Duration.seconds(15)
    /// One header field, and all of them together. Browsers stay below 8 KiB.
    package static let headerBytes = 16_384
    /// Header fields of one request.
    package static let headerFields = 100
    /// Wrong tokens from one address within `wrongTokenWindow` before it is told to wait.
    package static let wrongTokens = 20
    /// The window of that count.
    package static let wrongTokenWindow = Duration.seconds(60)
    /// Addresses whose wrong tokens are counted at once; beyond it the one that ends soonest goes.
    package static let wrongTokenAddresses = 1_024
}
