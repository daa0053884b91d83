import DeviceProtocols
import GatewayCore
import GatewaySettings
import Testing

struct ShippedProfileTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    @Test func `every shipped profile is read without a remark`() {
        let (profiles, problems) = ProfileReader.readAll(inFolder: Self.project + "/devices")
        #expect(problems.map { $0.render() } == [])
        #expect(profiles.count >= 19)
        // What these publish is called as whoever set them up has called it.
        let unnamed: Set<Dialect> = [.homeAssistant, .esphome, .homie]
        #expect(Set(profiles.map(\.dialect)).union(unnamed) == Set(Dialect.allCases))
    }

    @Test func `every shipped profile decodes its own samples`() {
        for profile in ProfileReader.readAll(inFolder: Self.project + "/devices").profiles {
            #expect(ProfileSamples.failures(in: profile) == [])
        }
    }
}
