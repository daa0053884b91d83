/// The newest observations of one person that the score is made of.
struct EarlyWarningInputs: Hashable, Codable, Sendable {
    /// One for each capability at most, in the order of the chart.
    private(set) var newest: [Reading] = []

    /// One observation and what it adds to the score.
    struct Item: Hashable, Sendable {
        var reading: Reading
        var points: Int
    }

    /// The whole score, or what it lacks.
    enum Score: Hashable, Sendable {
        case known([Item])
        case unknown(missing: [Capability])
    }

    /// Takes an observation, unless a later one is known.
    mutating func learn(_ reading: Reading) {
        let order = EarlyWarningScore.inputs
        guard let rank = order.firstIndex(of: reading.capability) else { return }
        if let index = newest.firstIndex(where: { $0.capability == reading.capability }) {
            if reading.measured >= newest[index].measured { newest[index] = reading }
            return
        }
        let index = newest.firstIndex { order.firstIndex(of: $0.capability).map { $0 > rank } ?? false }
        newest.insert(reading, at: index ?? newest.endIndex)
    }

    /// The score by what is known and not older than `validFor`. Of less than all seven there is no score.
    func score(at now: BootTime, validFor: Duration, scale: EarlyWarningScore.OxygenScale) -> Score {
        let valid = newest.filter { now - $0.measured <= validFor }
        let missing = EarlyWarningScore.inputs.filter { input in !valid.contains { $0.capability == input } }
        guard missing.isEmpty else { return .unknown(missing: missing) }
        let breathesOxygen = valid.contains { $0.capability == .supplementalOxygen && $0.value == .state(true) }
        return .known(
            valid.map { reading in
                let points =
                    switch reading.value {
                    case .number(let value):
                        EarlyWarningScore.points(
                            reading.capability, value, scale: scale, breathesOxygen: breathesOxygen)
                    case .state(let isSo): EarlyWarningScore.points(reading.capability, isSo)
                    case .happened: 0
                    }
                return Item(reading: reading, points: points)
            })
    }
}
