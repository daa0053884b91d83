import GatewayCore

extension ArrivalDecoder {
    mutating func decodeLines(_ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival) {
        let taken = intakes[intake].lineFramer.take(arrival.bytes, at: arrival.moment.boot)
        for sentence in StreamOutcome(broken: taken.broken).refusals { decoded.refuse(sentence) }
        for line in taken.lines { decodeLine(line, arrival, intake, &decoded) }
    }

    private mutating func decodeLine(
        _ line: [UInt8], _ arrival: Arrival, _ intake: Int, _ decoded: inout DecodedArrival
    ) {
        guard let body = LineChecksum.checked(line) else { return decoded.refuse(LineChecksum.sentence) }
        let message: JSONMessage
        do {
            message = try reader.message(body, for: .directory(intakes[intake].directory))
        } catch {
            decoded.refuse(error.sentence)
            return
        }
        guard let place = message.device else {
            if let name = message.name {
                decoded.meet(stranger: name)
            } else {
                decoded.refuse("The line does not say which device it is from.")
            }
            return
        }
        decoded.sender = devices[place].id
        decoded.leave(message)
        let findings = devices[place].plan.findings(message.values, &decoded)
        devices[place].tell(findings, .live, seen: nil, arrival, at: arrival.moment, into: &decoded)
    }
}
