package import GatewayCore

/// The devices of a home of which only a recording is known, and the recording as readings of theirs.
///
/// A place whose name speaks of a door is a contact, an entrance where it leads out of the home; every other is a
/// motion sensor.
package struct ReplayedHome: Sendable {
    /// Whoever collected the recording, as the intake by which everything came.
    package static let collector = IntakeID("recording")

    package let devices: [Device]
    private let home: ActivityHome

    package init(_ home: ActivityHome) {
        self.home = home
        var devices: [Device] = []
        for place in home.places {
            let base = Self.identifier(place)
            var id = DeviceID(base)
            var number = devices.count
            while devices.contains(where: { $0.id == id }) {
                id = DeviceID("\(base)-\(number)")
                number += 1
            }
            let isContact = base.contains("door") || base.contains("window")
            let isInner = base.contains("fridge") || base.contains("cupboard") || base.contains("window")
            devices.append(
                Device(
                    id: id, name: place, intake: Self.collector, capabilities: [isContact ? .open : .motion],
                    isEntrance: isContact && !isInner))
        }
        self.devices = devices
    }

    /// The recording as what its devices told, in order of time.
    package var readings: [ReplayedReading] {
        let targets = devices.map { PlacedRecording.Target($0.id, $0.capabilities[0]) }
        return PlacedRecording(home, targets: targets).readings
    }

    /// When nothing came of any home, as far as it concerns this one.
    package func paths(_ gaps: [CollectorSilence.Gap]) -> [ReplayedPath] {
        guard let first = home.firings.first?.at else { return [] }
        return gaps.filter { $0.to > first }.flatMap { gap in
            [
                ReplayedPath(
                    .intake(Self.collector), .down(reason: "Nothing was recorded of any home."),
                    at: max(gap.from, first)),
                ReplayedPath(.intake(Self.collector), .up, at: gap.to),
            ]
        }
    }

    /// A name as settings could have it: see `Identifier`.
    package static func identifier(_ name: String) -> String {
        let plain = name.lowercased().map { character -> Character in
            character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
                ? character : "-"
        }
        return String(plain)
    }
}
