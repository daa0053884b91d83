package import GatewayCore

/// One Contact ID event: `QEEE GG ZZZ`.
package struct ContactIDEvent: Hashable, Sendable {
    /// Zones have three digits. Devices beyond are reported as zone 000, "none".
    package static let zones = 0...999

    package var qualifier: ContactIDQualifier
    /// 001–999.
    package var code: Int
    package var zone: Int

    package init(qualifier: ContactIDQualifier, code: Int, zone: Int) {
        precondition(ContactIDCode.range.contains(code) && Self.zones.contains(zone), "Three digits each.")
        self.qualifier = qualifier
        self.code = code
        self.zone = zone
    }

    /// How a message is told in Contact ID; nil for what it has no words for: that somebody else took the
    /// alert, and all but the first message of a test.
    ///
    /// - Parameter codes: the centre's own codes, before the standard ones.
    package init?(_ message: AlertMessage, codes: [AlertKind: Int]) {
        let zone = Self.zones.contains(message.zoneNumber) ? message.zoneNumber : 0
        if message.isTest {
            guard message.kind == .raised else { return nil }
            self.init(qualifier: .new, code: ContactIDCode.manualTest, zone: zone)
            return
        }
        if message.state == "cancelled" {
            self.init(qualifier: .new, code: ContactIDCode.cancelled, zone: zone)
            return
        }
        let own = codes[message.about].flatMap { ContactIDCode.range.contains($0) ? $0 : nil }
        let code = own ?? ContactIDCode.standard(for: message.about)
        switch message.kind {
        case .raised: self.init(qualifier: .new, code: code, zone: zone)
        case .updated: self.init(qualifier: .still, code: code, zone: zone)
        case .closed: self.init(qualifier: .restore, code: code, zone: zone)
        case .acknowledged: return nil
        }
    }

    /// "1101 00 003": qualifier and code, group 00 for none, zone.
    package var text: String {
        "\(qualifier.rawValue)\(code.padded(to: 3)) 00 \(zone.padded(to: 3))"
    }
}
