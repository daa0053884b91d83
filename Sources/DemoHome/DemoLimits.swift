/// Every bound of this target in one place, each with its reason.
package enum DemoLimits {
    /// A program has this long to begin to work: a busy machine with two cores starts Python in seconds.
    package static let start = Duration.seconds(20)
    /// A program that was asked to end has this long; then it is killed. The gateway promises five seconds.
    package static let stop = Duration.seconds(8)
    /// How long a wait takes where nobody says otherwise.
    package static let wait = Duration.seconds(20)
    /// One line that a program prints; what is longer is cut.
    static let lineBytes = 65_536
    /// What has been seen; the oldest goes first. A demonstration that runs for a day stays within memory.
    static let sightings = 50_000
    /// How often the gateway is asked what is new: quick enough for an eye, cheap enough for two cores.
    static let watchInterval = Duration.milliseconds(100)
    /// Before a lost connection to the desk is tried again.
    static let deskRetry = Duration.milliseconds(100)
    /// The desk's whole list as JSON.
    static let deskBytes = 16_777_216
    /// One answer of the desk on loopback; it asks the gateway for its own answer and waits for that.
    static let deskAnswer = Duration.seconds(15)
    /// The path of a socket in the home's folder must fit into 107 bytes (unix(7)).
    static let folderPathBytes = 80
    /// The gateway opens a port that came back after a scan; a frame waits at most so long for its reader.
    static let radioWrite = Duration.seconds(5)
}
