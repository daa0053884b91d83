package import GatewayCore

extension SerialConnection.SerialProtocol {
    /// A stream that has heard nothing yet; nil for JSON lines, whose reader looks up the devices itself.
    package var stream: (any SerialStream)? {
        switch self {
        case .rfxtrx: RFXtrxStream()
        case .enOcean: EnOceanStream()
        case .jsonLines: nil
        }
    }
}
