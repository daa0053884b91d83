import DeviceProtocols
import GatewayCore

/// A serial protocol as the lines of `pullcord devices decode` name it.
struct DecodeProtocol {
    let name: String
    /// Those that can be meant; the bytes decide.
    let candidates: [SerialConnection.SerialProtocol]

    /// Names of several.
    private static let families: [String: [SerialConnection.SerialProtocol]] = ["cms50": [.cms50, .cms50V7]]

    static let names = SerialConnection.SerialProtocol.allCases.filter { $0.stream != nil }.map(\.rawValue)

    init?(named name: String) {
        self.name = name
        if let family = Self.families[name] {
            candidates = family
        } else if let one = SerialConnection.SerialProtocol(rawValue: name), one.stream != nil {
            candidates = [one]
        } else {
            return nil
        }
    }

    /// Whether each message ends with its line.
    var speaksInLines: Bool {
        switch candidates[0] {
        case .rflink, .mysensors, .jsonLines, .keyValueLines, .csvLines: true
        case .rfxtrx, .enOcean, .dsmr, .cms50, .cms50V7: false
        }
    }

    /// Hears all pieces and the end after them.
    func hear(
        _ pieces: [[UInt8]], equipmentProfile: String?
    ) -> (outcome: StreamOutcome, by: SerialConnection.SerialProtocol) {
        var best: (outcome: StreamOutcome, by: SerialConnection.SerialProtocol)?
        for candidate in candidates {
            let outcome = Self.hear(pieces, candidate, equipmentProfile)
            guard let other = best else {
                best = (outcome, candidate)
                continue
            }
            let (mine, others) = (outcome.refusals.count, other.outcome.refusals.count)
            let isBetter =
                other.outcome.frames.isEmpty
                ? !outcome.frames.isEmpty : !outcome.frames.isEmpty && mine < others
            if isBetter { best = (outcome, candidate) }
        }
        return best ?? (StreamOutcome(), .jsonLines)
    }

    private static func hear(
        _ pieces: [[UInt8]], _ candidate: SerialConnection.SerialProtocol, _ equipmentProfile: String?
    ) -> StreamOutcome {
        guard var stream = candidate.stream else { return StreamOutcome() }
        let first = hear(pieces, stream)
        guard let equipmentProfile else { return first }
        // Who speaks is only known after the first hearing; the second knows by which profile.
        for identity in first.frames.flatMap(\.identities) { stream.learn(profile: equipmentProfile, of: identity) }
        return hear(pieces, stream)
    }

    private static func hear(_ pieces: [[UInt8]], _ fresh: any SerialStream) -> StreamOutcome {
        var stream = fresh
        let moment = Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .unsynchronised)
        var whole = StreamOutcome()
        for piece in pieces {
            let outcome = stream.take(piece, at: moment)
            whole.frames += outcome.frames
            whole.refusals += outcome.refusals
        }
        let outcome = stream.finish(at: moment)
        whole.frames += outcome.frames
        whole.refusals += outcome.refusals
        return whole
    }
}
