package import GatewayCore

/// What the frames of a serial protocol say, where their documents leave no doubt.
///
/// It reads what `DeviceFrame.decoded` holds. What needs to be known of the home (which way round a contact is
/// fitted, what a rocker's button is for) stays unsaid.
package enum FrameStatements {
    /// - Parameters:
    ///   - frames: in order; MySensors' presentations among them teach what later ones mean.
    ///   - isProfileGiven: somebody said by which profile an EnOcean telegram is to be read.
    package static func read(
        _ frames: [DeviceFrame], as serialProtocol: SerialConnection.SerialProtocol, isProfileGiven: Bool = false
    ) -> StatementList {
        var list = StatementList(isRetained: false)
        list.device = frames.lazy.compactMap(\.identities.first).first
        var memory = MySensorsStatements()
        for frame in frames {
            list.speaker = frame.identities.first ?? list.device
            switch serialProtocol {
            case .rfxtrx: RFXtrxStatements.read(frame.decoded, into: &list)
            case .enOcean: EnOceanStatements.read(frame, isProfileGiven: isProfileGiven, into: &list)
            case .mysensors: memory.read(frame.decoded, into: &list)
            case .rflink: RFLinkStatements.read(frame.decoded, into: &list)
            case .dsmr: DSMRStatements.read(frame.decoded, into: &list)
            case .cms50, .cms50V7: OximeterStatements.read(frame.decoded, into: &list)
            case .jsonLines, .keyValueLines, .csvLines: PlainStatements.read(frame.decoded.members, into: &list)
            }
        }
        return list
    }
}
