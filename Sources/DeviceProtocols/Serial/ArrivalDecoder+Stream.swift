import GatewayCore

extension ArrivalDecoder {
    mutating func decodeStream(_ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival) {
        guard let outcome = intakes[intake].stream?.take(arrival.bytes, at: arrival.moment) else { return }
        for sentence in outcome.refusals { decoded.refuse(sentence) }
        for frame in outcome.frames {
            switch frame.content {
            case .answer, .teachIn: continue
            case .interface(let interface): decoded.interfaces.append(interface)
            case .device: decodeFrame(frame, arrival, intake, &decoded)
            }
        }
    }

    private mutating func decodeFrame(
        _ frame: DeviceFrame, _ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival
    ) {
        let frames = intakes[intake].frames
        guard let place = frame.identities.lazy.compactMap({ frames[$0] }).first else {
            if let identity = frame.identities.first { decoded.meet(stranger: identity) }
            return
        }
        decoded.sender = devices[place].id
        let plan = devices[place].plan
        let findings = plan.findings(plan.slots.map { frame.value($0.path) }, &decoded)
        let boot = frame.moment.boot
        let last = devices[place].memory.frame
        let isSame = last.map { $0.bytes == frame.signature && boot - $0.boot <= frame.sameWithin } ?? false
        devices[place].memory.frame = frame.signature.map { ($0, boot) }
        devices[place].tell(
            findings, .live, seen: nil, arrival, at: frame.moment, isSameFrame: isSame, into: &decoded)
    }
}
