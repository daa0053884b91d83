import GatewayCore

extension WallTime {
    /// "14:05:09", with the date before it when that is not today's.
    func shown(in zone: ZoneTable, near now: WallTime) -> String {
        let civil = zone.civil(self)
        let clock = "\(civil.clock):\(civil.second.padded(to: 2))"
        return civil.date == zone.civil(now).date ? clock : "\(civil.date) \(clock)"
    }
}
