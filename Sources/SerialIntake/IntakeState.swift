internal import GatewayCore
internal import LinuxSupport

/// What a serial intake knows of its port.
struct IntakeState {
    /// Counts openings, so that a pause of an earlier greeting ends nothing of a later one.
    private(set) var opening: Int
    private(set) var isStarted = false
    private(set) var line: SerialLine?
    /// What the open line was found as.
    private(set) var port: SerialPort?
    var isGreeted = false
    /// Waits for the proof; nil once it has come, or where none is wanted.
    private var listener: SerialProof.Listener?
    private(set) var hasHeard = false
    var discardsInput = false
    /// Bytes came since the last repeated command.
    var hasHeardLately = false
    var unwritten: [UInt8] = []
    var reported: PathState?
    /// The last that was reported is that the port was lost: that it is not there is no news.
    var isLossReported = false
    var retry: AgendaTicket?
    var watch: PortDirectory.WatchTicket?
    /// A port that spoke another protocol, and until when it is left alone (kernel's boot time).
    private var rejected: (port: SerialPort, until: Int64)?

    init(opening: Int = 0) {
        self.opening = opening
    }

    /// - Returns: false when it had begun before.
    mutating func begin() -> Bool {
        defer { isStarted = true }
        return !isStarted
    }

    /// - Returns: the number of this opening.
    mutating func adopt(_ line: SerialLine, of port: SerialPort, listener: SerialProof.Listener?) -> Int {
        precondition(self.line == nil, "One intake has one line.")
        self.line = line
        self.port = port
        self.listener = listener
        opening += 1
        return opening
    }

    /// - Returns: the line that was open, for its owner to close.
    mutating func letGo() -> SerialLine? {
        defer {
            line = nil
            port = nil
            isGreeted = false
            listener = nil
            hasHeard = false
            hasHeardLately = false
            discardsInput = false
            unwritten = []
        }
        return line
    }

    var isProven: Bool { listener == nil }

    /// Listens to what came from the device.
    ///
    /// - Returns: whether by that the port, which has been greeted, is up.
    mutating func hear(_ bytes: [UInt8], at moment: Moment) -> Bool {
        hasHeard = true
        guard let listener, listener(bytes, moment) else { return false }
        self.listener = nil
        return isGreeted
    }

    /// Takes bytes to be written, all or none.
    mutating func take(_ bytes: [UInt8]) -> Bool {
        guard line != nil, unwritten.count + bytes.count <= SerialLimits.unwrittenBytes else { return false }
        unwritten += bytes
        return true
    }

    mutating func reject(_ port: SerialPort, until: Int64) {
        rejected = (port, until)
    }

    func isRejected(_ port: SerialPort, at time: Int64) -> Bool {
        rejected.map { $0.port == port && time < $0.until } ?? false
    }
}
