package import GatewayCore

/// What the frames of a serial protocol say, where their documents leave no doubt.
///
/// It reads what `DeviceFrame.decoded` holds. What needs to be known of the home (which way round a contact is
/// fitted, what a rocker's button is for) stays unsaid.
package enum FrameStatements {
    /// - Parameter frames: in order; MySensors' presentations among them teach what later ones mean.
    package static func read(
        _ frames: [DeviceFrame], as serialProtocol: SerialConnection.SerialProtocol
    ) -> StatementList {
        var list = StatementList(isRetained: false)
        list.device = frames.lazy.compactMap(\.identities.first).first
        var memory = MySensorsStatements()
        for frame in frames {
            switch serialProtocol {
            case .rfxtrx: RFXtrxStatements.read(frame.decoded, into: &list)
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
