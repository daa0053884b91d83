/// What the gateway last knew of each device of the home.
package struct DeviceBook: Hashable, Sendable {
    /// In the order of the home's list.
    package private(set) var states: [DeviceState] = []
    private var places: [DeviceID: Int] = [:]
    /// The gateway's stops that are still of interest, oldest first.
    package private(set) var outages: [PastOutage] = []
    /// When the book was begun: before it nothing was heard because nobody listened.
    package private(set) var begun: BootTime = .zero
    /// By place: until when something the device said may have passed us by, because the gateway or the
    /// device's path was down. Only then can a copy be newer than what the device itself told us.
    private var missedUntil: [BootTime] = []

    package init() {}

    /// - Parameter known: states from the ledger; those of devices that are no longer enrolled are left out.
    package init(devices: [Device], known: [DeviceState], outages: [PastOutage], begun: BootTime) {
        let byID = Dictionary(known.map { ($0.device, $0) }) { first, _ in first }
        states = devices.map { byID[$0.id] ?? DeviceState(device: $0.id) }
        places = Dictionary(devices.indices.map { (devices[$0].id, $0) }) { first, _ in first }
        self.outages = outages
        self.begun = begun
        missedUntil = Array(repeating: .zero, count: devices.count)
    }

    /// The book for another list of devices, or after another outage. What is known stays known.
    package func rearranged(for devices: [Device], outages: [PastOutage]) -> DeviceBook {
        var book = DeviceBook(devices: devices, known: states, outages: outages, begun: begun)
        for (place, device) in devices.enumerated() {
            if let old = places[device.id] { book.missedUntil[place] = missedUntil[old] }
        }
        return book
    }

    /// Notes that a device may have said something until now that was not heard.
    package mutating func missed(at place: Int, until time: BootTime) {
        missedUntil[place] = time
    }

    /// Whether a reading tells the newest that is known. What the device says now always does; a copy only
    /// where it can be newer than the device's own word.
    package func believes(_ reading: Reading, at place: Int) -> Bool {
        if reading.freshness == .live || reading.freshness == .cleared { return true }
        guard let known = states[place][reading.capability], known.freshness == .live || known.freshness == .cleared
        else { return true }
        if reading.occurred != nil { return reading.happenedAt > known.happenedAt }
        return known.moment.boot < missedUntil[place]
    }

    package func place(of device: DeviceID) -> Int? { places[device] }

    package subscript(device: DeviceID) -> DeviceState? {
        places[device].map { states[$0] }
    }

    /// Takes a reading of the device at a place.
    ///
    /// - Returns: what its capability's reading was before.
    package mutating func take(_ reading: Reading, at place: Int) -> Reading? {
        states[place].take(reading)
    }

    /// From when a device's silence counts: when it was last heard, later by the time in which the gateway
    /// itself was off.
    package func silentSince(_ device: DeviceID) -> BootTime {
        counting(from: self[device]?.heard?.boot ?? begun)
    }

    /// A time, later by those parts of what followed in which the gateway itself was off.
    package func counting(from time: BootTime) -> BootTime {
        var since = time
        for outage in outages where outage.end > since { since = since + outage.length }
        return since
    }
}

/// A time in which the gateway was off.
package struct PastOutage: Hashable, Codable, Sendable {
    /// When it ran again.
    package var end: BootTime
    package var length: Duration

    package init(end: BootTime, length: Duration) {
        self.end = end
        self.length = length
    }
}
