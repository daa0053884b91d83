package import GatewayCore

/// Cuts a byte stream into lines, whatever the pieces in which it arrives.
package struct LineFramer: Sendable {
    /// What one piece completed.
    package struct Taken: Hashable, Sendable {
        package var lines: [[UInt8]] = []
        /// Lines that were too long, or torn by a pause.
        package var broken = 0
    }

    private var line: [UInt8] = []
    private var isSkipping = false
    private var last: BootTime?

    package init() {}

    package mutating func take(_ bytes: [UInt8], at boot: BootTime) -> Taken {
        var taken = Taken()
        if let last, boot - last > DecodingLimits.lineIdle, !line.isEmpty || isSkipping {
            if !isSkipping { taken.broken += 1 }
            restart()
        }
        last = boot
        for byte in bytes {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if !line.isEmpty { taken.lines.append(line) }
                restart()
            } else if !isSkipping {
                line.append(byte)
                guard line.count > DecodingLimits.lineBytes else { continue }
                taken.broken += 1
                isSkipping = true
                line = []
            }
        }
        return taken
    }

    /// Gives up what has no end yet: it is torn.
    package mutating func finish() -> Taken {
        defer { restart() }
        return Taken(broken: line.isEmpty ? 0 : 1)
    }

    private mutating func restart() {
        line = []
        isSkipping = false
    }
}
