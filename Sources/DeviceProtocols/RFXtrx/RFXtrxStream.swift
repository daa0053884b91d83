package import GatewayCore

/// The RFXtrx protocol as a stream.
package struct RFXtrxStream: SerialStream {
    private var framer = RFXtrxFramer()

    package init() {}

    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome {
        Self.outcome(framer.take(bytes, at: moment))
    }

    package mutating func finish(at moment: Moment) -> StreamOutcome {
        Self.outcome(framer.finish(at: moment))
    }

    private static func outcome(_ taken: RFXtrxFramer.Taken) -> StreamOutcome {
        var outcome = StreamOutcome()
        for _ in 0..<taken.garbage {
            outcome.refusals.append("Bytes that belong to no known RFXtrx packet were skipped.")
        }
        for packet in taken.packets {
            guard let frame = RFXtrxFrame(packet.bytes) else {
                outcome.refusals.append("An RFXtrx packet holds what its type does not allow.")
                continue
            }
            let content: DeviceFrame.Content
            switch frame.content {
            case .answer: content = .answer
            case .interface(let interface): content = .interface(.rfxtrx(interface))
            case .device: content = .device
            }
            outcome.frames.append(
                DeviceFrame(
                    moment: packet.moment, content: content, identities: frame.identities, values: frame.scalars,
                    // Without the last byte: signal and battery vary from copy to copy.
                    signature: Array(packet.bytes.dropLast()), decoded: frame.described))
        }
        return outcome
    }
}
