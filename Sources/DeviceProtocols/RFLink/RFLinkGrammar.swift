/// Which lines RFLink writes (python-rflink `valid_packet`): `20;SEQ;…;` from the gateway, `11;` before a line
/// that echoes, `10;` for commands.
enum RFLinkGrammar {
    /// Whether the parts of a line, split at ";", are one of RFLink's. The last part is what follows the last
    /// ";", and empty.
    static func allows(_ parts: [Substring]) -> Bool {
        guard (3...DecodingLimits.rflinkParts).contains(parts.count), parts.last?.isEmpty == true else { return false }
        let body = parts.dropLast()
        switch parts[0] {
        case "20": return allowsGateway(body.dropFirst())
        case "11": return body.count > 2 && parts[1] == "20" && allowsDevice(body.dropFirst(2))
        case "10": return allowsCommand(body.dropFirst())
        default: return false
        }
    }

    /// Sequence number, then the rest.
    private static func allowsGateway(_ body: ArraySlice<Substring>) -> Bool {
        guard let sequence = body.first, isSequence(sequence) else { return false }
        let rest = body.dropFirst()
        if rest.count == 1, let text = rest.first { return isMessage(text) || isSwitchedMode(text) }
        return allowsDevice(body) || allowsDebug(rest)
    }

    private static func allowsDevice(_ body: ArraySlice<Substring>) -> Bool {
        guard body.count >= 3, let sequence = body.first, isSequence(sequence) else { return false }
        let rest = body.dropFirst()
        guard let name = rest.first, name.unicodeScalars.count >= 3 else { return false }
        return isData(rest.dropFirst(), also: "=_")
    }

    private static func allowsDebug(_ rest: ArraySlice<Substring>) -> Bool {
        switch rest.first {
        case "DEBUG": isData(rest.dropFirst(), also: ",=_()")
        case "Debug": isData(rest.dropFirst(), also: "=_ ")
        default: false
        }
    }

    /// A command's own lines are shown, and never a device's.
    private static func allowsCommand(_ body: ArraySlice<Substring>) -> Bool {
        guard let first = body.first else { return false }
        if body.count == 1 {
            let parts = first.split(separator: "=", omittingEmptySubsequences: false)
            return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isLetterOrDigit) }
        }
        return body.count <= 5 && first.unicodeScalars.count >= 3
            && body.dropFirst().allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isLetterOrDigit) }
    }

    // MARK: - Parts

    private static func isSequence(_ text: Substring) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy(isLetterOrDigit)
    }

    /// Banner, "OK", "PONG", "CMD UNKNOWN" and other words of the gateway.
    private static func isMessage(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || " ._-".utf8.contains($0) }
    }

    private static func isSwitchedMode(_ text: Substring) -> Bool {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, ["ON", "OFF"].contains(parts[1]) else { return false }
        return ["RFDEBUG", "RFUDEBUG", "QRFDEBUG", "setGPIO"].contains(parts[0])
    }

    /// At least one sign besides the ";" between them.
    private static func isData(_ parts: ArraySlice<Substring>, also signs: String) -> Bool {
        let isAllowed = parts.allSatisfy { part in
            part.utf8.allSatisfy { isLetterOrDigit($0) || signs.utf8.contains($0) }
        }
        return isAllowed && (parts.count > 1 || parts.first?.isEmpty == false)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
