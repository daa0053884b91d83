import GatewayCore

extension ArrivalDecoder {
    mutating func decodeRadio(_ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival) {
        let taken = intakes[intake].rfxtrxFramer.take(arrival.bytes, at: arrival.moment)
        for _ in 0..<taken.garbage { decoded.refuse("Bytes that belong to no known RFXtrx packet were skipped.") }
        for packet in taken.packets {
            guard let frame = RFXtrxFrame(packet.bytes) else {
                decoded.refuse("An RFXtrx packet holds what its type does not allow.")
                continue
            }
            switch frame.content {
            case .answer: continue
            case .interface(let interface): decoded.interfaces.append(interface)
            case .unused: decoded.refuse("An RFXtrx packet is of a type that is known but not read.")
            case .device: decodeFrame(frame, packet, arrival, intake, &decoded)
            }
        }
    }

    private mutating func decodeFrame(
        _ frame: RFXtrxFrame, _ packet: RFXtrxFramer.Packet, _ arrival: Arrival, _ intake: Int,
        _ decoded: inout DecodedArrival
    ) {
        let frames = intakes[intake].frames
        guard let place = frame.identities.lazy.compactMap({ frames[$0] }).first else {
            if let identity = frame.identities.first { decoded.meet(stranger: identity) }
            return
        }
        let plan = devices[place].plan
        let findings = plan.findings(
            plan.slots.map { frame.scalar($0.path) }, unmapped: &decoded.unmapped, refused: &decoded.refused)
        let content = Array(packet.bytes.dropLast())
        let boot = packet.moment.boot
        let last = devices[place].memory.frame
        let isSame = last.map { $0.bytes == content && boot - $0.boot <= DecodingLimits.sameFrame } ?? false
        devices[place].memory.frame = (content, boot)
        devices[place].tell(
            findings, .live, seen: nil, arrival, at: packet.moment, isSameFrame: isSame, into: &decoded)
    }
}
