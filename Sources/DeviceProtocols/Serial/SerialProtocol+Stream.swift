package import GatewayCore

extension SerialConnection.SerialProtocol {
    /// A stream that has heard nothing yet; nil for JSON lines, whose reader looks up the devices itself.
    package var stream: (any SerialStream)? {
        switch self {
        case .rfxtrx: RFXtrxStream()
        case .mysensors: MySensorsStream()
        case .rflink: RFLinkStream()
        case .dsmr: DSMRStream()
        case .cms50: CMS50Stream()
        case .cms50V7: CMS50V7Stream()
        case .keyValueLines: KeyValueLineStream()
        case .csvLines: CSVLineStream()
        case .jsonLines: nil
        }
    }
}
