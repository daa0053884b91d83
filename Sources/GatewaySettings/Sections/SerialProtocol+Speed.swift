package import GatewayCore

extension SerialConnection.SerialProtocol {
    /// In bits a second, as the makers of the usual devices set it.
    package var usualSpeed: Int {
        switch self {
        case .cms50: 19_200
        case .rfxtrx: 38_400
        case .rflink, .enOcean: 57_600
        case .mysensors, .dsmr, .cms50V7, .jsonLines, .keyValueLines, .csvLines: 115_200
        }
    }
}
