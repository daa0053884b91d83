package import GatewayCore

extension SerialConnection.SerialProtocol {
    /// A stream that has heard nothing yet; nil for JSON lines, whose reader looks up the devices itself.
    package var stream: (any SerialStream)? {
        switch self {
        case .rfxtrx: RFXtrxStream()
        case .enOcean: EnOceanStream()
        case .mysensors: MySensorsStream()
        case .rflink: RFLinkStream()
        case .dsmr: DSMRStream()
        case .cms50: CMS50Stream(.older)
        case .cms50V7: CMS50Stream(.seven)
        case .keyValueLines: KeyValueLineStream()
        case .csvLines: CSVLineStream()
        case .jsonLines: nil
        }
    }
}
