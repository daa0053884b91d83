import DeviceProtocols
import GatewayCore
import GatewayDaemon
import GatewaySettings

/// What was heard of devices that are not enrolled, as lines for people. All of it is what others say of themselves.
enum EnrolmentWords {
    static func ways(_ ways: [(intake: IntakeID, way: EnrolmentHearing.Way?)]) -> [String] {
        ways.compactMap { intake, way in
            switch way {
            case .own?: nil
            case .gateway?: "The running gateway has \(intake); it was asked for the strangers that it heard."
            case .none(let reason)?: "Not listened to \(intake): \(DiscoveryText.shown(reason))"
            case nil: "Not listened to \(intake): it has not answered"
            }
        }
    }

    /// "Heard 20:02:c0ffee (rfxtrx, at receiver), which was pressed" and what it said.
    static func text(_ proposal: EnrolmentProposal) -> String {
        let sender = proposal.sender
        let deed =
            switch proposal.strength {
            case .press: ", which was pressed"
            case .movement: ", which moved or was opened"
            case .other: ""
            }
        var lines = [
            "Heard \(DiscoveryText.shown(sender.name)) (\(sender.dialect.rawValue), at \(sender.intake))\(deed)"
        ]
        if !sender.said.isEmpty {
            lines.append("  It said " + sender.said.map(DiscoveryText.shown).joined(separator: ", "))
        }
        lines.append("  " + profile(proposal))
        return lines.joined(separator: "\n") + "\n"
    }

    /// As it would stand among the devices, with what it told; nil without a profile that reads it.
    static func entry(_ proposal: EnrolmentProposal, in settings: Settings?) -> String? {
        let name = proposal.sender.name.split(separator: "/").last.map(String.init) ?? proposal.sender.name
        guard let entry = EnrolmentText(proposal, name: name, in: settings) else { return nil }
        let told = proposal.sender.said.prefix(6).map { QuotedText.comment($0) }.joined(separator: ", ")
        return (["# \(proposal.profile?.title ?? ""): it told \(told)."] + entry.lines)
            .map { "  \($0)\n" }.joined()
    }

    private static func profile(_ proposal: EnrolmentProposal) -> String {
        guard let profile = proposal.profile else {
            let possible = proposal.possible.map(\.id).joined(separator: ", ")
            return possible.isEmpty ? "No profile is known for it" : "Profiles that fit equally well: \(possible)"
        }
        let why =
            switch proposal.ground {
            case .model(let model)?: ", for its bridge calls it \(DiscoveryText.shown(model))"
            case .property(let property)?:
                ": none names its model, and this one is for whatever tells `\(DiscoveryText.shown(property))`"
            case .heard(let capabilities)?:
                ", which reads of it " + capabilities.map(\.rawValue).joined(separator: ", ")
            case .named?, nil: ", as you say"
            }
        return "Profile \(profile.id): \(profile.title)\(why)"
    }
}
