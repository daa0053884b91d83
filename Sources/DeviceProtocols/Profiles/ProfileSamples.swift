package import GatewayCore

/// Runs a profile's own samples.
package enum ProfileSamples {
    /// What the samples decode to otherwise than the profile says, each in one sentence. Empty if all is well.
    package static func failures(in profile: DeviceProfile) -> [String] {
        outcomes(of: profile).flatMap { outcome in
            outcome.differences.map { "Sample \(outcome.number) of \(profile.id) \($0)" }
        }
    }

    /// What each sample gives, in their order. One that follows another comes to the same gateway.
    package static func outcomes(of profile: DeviceProfile) -> [SampleOutcome] {
        var bench: SampleBench?
        return profile.samples.enumerated().map { index, sample in
            var outcome = SampleOutcome(number: index + 1)
            do throws(SampleBench.Unfit) {
                var current: SampleBench
                if let bench, sample.follows != nil {
                    current = bench
                } else {
                    current = try SampleBench(profile, for: sample)
                }
                let decoded = try current.take(sample)
                bench = current
                outcome.readings = decoded.readings
                outcome.unmapped = decoded.unmappedNames
                outcome.differences = differences(decoded, sample)
            } catch {
                outcome.differences = [error.sentence]
            }
            return outcome
        }
    }

    private static func differences(_ decoded: DecodedArrival, _ sample: ProfileSample) -> [String] {
        var sentences = decoded.undecodable.map { "cannot be decoded: \($0)" }
        if decoded.mistimed > 0 {
            sentences.append("says a time that is not in the form of `time`, or not believed.")
        }
        if decoded.refused > 0, sample.refused == 0 {
            sentences.append("holds a value outside what its capability can be.")
        } else if decoded.refused != sample.refused {
            sentences.append("has \(decoded.refused) values that are refused, where it says \(sample.refused).")
        }
        var unexpected = decoded.readings
        for expected in sample.expected {
            let found = unexpected.firstIndex {
                $0.capability == expected.capability && $0.value == expected.value
            }
            if let found {
                unexpected.remove(at: found)
            } else {
                let wanted = words(expected.value)
                sentences.append("does not give \(expected.capability.rawValue) \(wanted), which it should.")
            }
        }
        for reading in unexpected {
            sentences.append(
                "gives \(reading.capability.rawValue) \(words(reading.value)), which it does not mention.")
        }
        return sentences
    }

    /// "as an event", "true", "21.5".
    package static func words(_ value: ReadingValue) -> String {
        switch value {
        case .happened: "as an event"
        case .state(let state): state ? "true" : "false"
        case .number(let quantity): quantity.description
        }
    }
}
