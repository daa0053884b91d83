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
    var discardsInput = false
    /// Bytes came since this was last looked at.
    var hasHeard = false
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
    mutating func adopt(_ line: SerialLine, of port: SerialPort) -> Int {
        precondition(self.line == nil, "One intake has one line.")
        self.line = line
        self.port = port
        opening += 1
        return opening
    }

    /// - Returns: the line that was open, for its owner to close.
    mutating func letGo() -> SerialLine? {
        defer {
            line = nil
            port = nil
            isGreeted = false
            discardsInput = false
            hasHeard = false
            unwritten = []
        }
        return line
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
