/// How long to wait before the next attempt of a delivery.
///
/// There is no end to it. An emergency is tried so often that it goes out within two seconds of the
/// responder's return for the first ten minutes, within ten during the first hour, and every half minute
/// after. The jitter spreads homes and deliveries; it comes from the id, so the core needs no chance.
package enum Backoff {
    package static func wait(afterAttempt attempt: Int, of delivery: Delivery, at now: Moment) -> Duration {
        let age = now.boot - delivery.created.boot
        let ceiling: Duration
        if delivery.priority == .emergency {
            ceiling = age < .minutes(10) ? .milliseconds(1_500) : age < .hours(1) ? .seconds(10) : .seconds(30)
        } else {
            ceiling = age < .minutes(10) ? .seconds(30) : .minutes(5)
        }
        let first: Duration = delivery.priority == .emergency ? .milliseconds(250) : .seconds(5)
        let grown = min(ceiling, first * (1 << min(max(attempt, 1) - 1, 12)))
        return grown + grown * Int(jitter(delivery.id, attempt)) / 400
    }

    /// 0–99, the same for the same delivery and attempt: up to a quarter on top.
    private static func jitter(_ id: DeliveryID, _ attempt: Int) -> UInt64 {
        // SplitMix64's finaliser (Steele, Lea, Flood 2014).
        var mixed = UInt64(bitPattern: id.number) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(attempt)
        for unit in id.ledger.utf8 { mixed = (mixed ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % 100
    }
}
