import DeviceProtocols
import GatewayCore
import Testing

@Suite struct ProfileSamplesTests {
    private func pendant(_ sample: ProfileSample) -> DeviceProfile {
        var profile = DeviceProfile.pendant
        profile.samples = [sample]
        return profile
    }

    @Test func `samples that decode as written have no failures`() {
        var profile = DeviceProfile.pendant
        profile.samples = [
            ProfileSample(
                payload: #"{"action":"emergency","battery":80}"#,
                expected: [
                    .init(capability: .battery, value: .number(Quantity(thousandths: 80_000))),
                    .init(capability: .helpCall, value: .happened),
                ]),
            ProfileSample(payload: #"{"action":""}"#, expected: []),
            ProfileSample(
                topicSuffix: "/availability", payload: #"{"state":"offline"}"#, isRetained: true,
                expected: [.init(capability: .available, value: .state(false))]),
            ProfileSample(payload: #"{"action":"emergency"}"#, isRetained: true, expected: []),
        ]
        #expect(ProfileSamples.failures(in: profile) == [])
    }

    @Test func `what differs is said in sentences`() {
        let sample = ProfileSample(
            payload: #"{"action":"emergency","linkquality":3}"#,
            expected: [
                .init(capability: .cancel, value: .happened),
                .init(capability: .linkQuality, value: .number(Quantity(thousandths: 3_000))),
            ])
        #expect(
            ProfileSamples.failures(in: pendant(sample)) == [
                "Sample 1 of pendant does not give cancel as an event, which it should.",
                "Sample 1 of pendant gives help_call as an event, which it does not mention.",
            ])
    }

    @Test func `a sample that cannot be decoded says why`() {
        #expect(
            ProfileSamples.failures(in: pendant(ProfileSample(payload: "nothing", expected: []))) == [
                "Sample 1 of pendant cannot be decoded: The message is not a JSON object."
            ])
    }

    @Test func `frames are written in hexadecimal`() {
        var profile = DeviceProfile.smoke
        let expected: [ProfileSample.Expected] = [
            .init(capability: .smoke, value: .state(true)), .init(capability: .tamper, value: .state(false)),
            .init(capability: .signalLevel, value: .number(Quantity(thousandths: 7_000))),
        ]
        profile.samples = [ProfileSample(payload: "08 20 03 00 a1 09 00 06 70", expected: expected)]
        #expect(ProfileSamples.failures(in: profile) == [])
        profile.samples = [
            ProfileSample(payload: "08 2", expected: []), ProfileSample(payload: "0820", expected: []),
        ]
        #expect(
            ProfileSamples.failures(in: profile) == [
                "Sample 1 of kd101 is not written in pairs of hexadecimal digits.",
                "Sample 2 of kd101 is not one whole RFXtrx packet of a device.",
            ])
    }
}
