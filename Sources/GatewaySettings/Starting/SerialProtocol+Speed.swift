package import GatewayCore

extension SerialConnection.SerialProtocol {
    /// In bits a second, as the makers of the usual devices set it.
    package var usualSpeed: Int { SerialShape.usualSpeed(self) }
}
