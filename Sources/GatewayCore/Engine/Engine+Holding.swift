/// What keeps messages below emergency waiting: the quiet hours, others to go with, and room in the hour.
extension Engine {
    // MARK: - Quiet hours

    /// When the quiet hours that it is in now end; nil outside them, and while the clock is not set.
    var quietEnd: BootTime? {
        guard let quiet = plan.quietHours, now.quality != .unsynchronised,
            quiet.contains(now.wall, in: plan.home.zone)
        else { return nil }
        return now.boot + (quiet.nextEdge(after: now.wall, in: plan.home.zone) - now.wall)
    }

    // MARK: - Going together

    /// How long a first message waits for others to go with.
    func groupWait(_ priority: Priority, over channel: ChannelID) -> Duration {
        guard priority < .urgent, plan.channel(channel)?.carriesSeveral ?? false else { return .zero }
        return plan.groupWait
    }

    /// How long what is ordered now is held back before it is told; a rung's wait begins after it.
    func holdingBack(_ priority: Priority) -> Duration {
        guard priority < .urgent else { return .zero }
        let quiet = priority <= .fault ? quietEnd.map { $0 - now.boot } ?? .zero : .zero
        return max(quiet, plan.groupWait)
    }

    // MARK: - Room

    private var messagesPerHour: Int { min(plan.messagesPerHour, Limits.countedMessages) }

    /// Whether a delivery is a message that its contact's limit counts. A receiver that takes one event at a
    /// time is a machine, and another way for the same message is no message more.
    private func isCounted(_ delivery: Delivery) -> Bool {
        delivery.priority < .emergency && delivery.isNew && delivery.isSecondWay != true
            && plan.channel(delivery.channel)?.carriesSeveral ?? false
    }

    /// When there is room for a delivery in its contact's hour; nil when there is.
    func roomTime(for delivery: Delivery) -> BootTime? {
        if delivery.isSecondWay == true {
            // It goes when the first goes.
            let first = deliveries.first {
                $0.alert == delivery.alert && $0.contact == delivery.contact && $0.kind == delivery.kind
                    && $0.isSecondWay != true
            }
            return first.flatMap { roomTime(for: $0) }
        }
        guard let traffic = gateway.traffic?.first(where: { $0.contact == delivery.contact }), isCounted(delivery)
        else { return nil }
        return traffic.room(for: delivery.priority, limit: messagesPerHour, at: now.boot)
    }

    mutating func count(_ delivery: Delivery) {
        guard isCounted(delivery) else { return }
        var all = (gateway.traffic ?? []).filter { !$0.isOver(at: now.boot) }
        let known = all.firstIndex { $0.contact == delivery.contact }
        var traffic = known.map { all[$0] } ?? ContactTraffic(contact: delivery.contact)
        traffic.count(delivery.priority, limit: messagesPerHour, at: now.boot)
        if let known { all[known] = traffic } else { all.append(traffic) }
        gateway.traffic = all
        isGatewayTouched = true
    }

    /// When the earliest delivery can be sent; nil when none is to be.
    var earliestSending: BootTime? {
        var earliest: BootTime?
        let quietEnd = deliveries.contains { $0.priority <= .fault } ? quietEnd : nil
        for delivery in deliveries {
            guard case .due(var time) = delivery.state else { continue }
            if delivery.priority <= .fault, let quietEnd { time = max(time, quietEnd) }
            if time <= now.boot, let room = roomTime(for: delivery) { time = room }
            earliest = min(earliest ?? time, time)
        }
        return earliest
    }
}
