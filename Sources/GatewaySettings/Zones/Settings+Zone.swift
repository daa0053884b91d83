package import GatewayCore

extension Settings {
    /// The same settings under the zone's law as the machine knows it now; nil while that is what they have.
    ///
    /// A law that cannot be read now is not a changed one.
    package func underCurrentLaw(
        zone: (String) -> ZoneTable? = SystemZones.table(named:)
    ) -> Settings? {
        guard let now = zone(plan.home.zone.name), now != plan.home.zone else { return nil }
        var renewed = self
        renewed.plan.home.zone = now
        return renewed
    }
}
