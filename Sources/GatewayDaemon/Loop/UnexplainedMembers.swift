package import GatewayCore
internal import DeviceProtocols

/// What in one device's messages no field of its profile explains: the names, never the values.
package struct UnexplainedMembers: Hashable, Codable, Sendable {
    package var device: DeviceID
    /// The newest last, each once.
    package var names: [String] = []
}

extension LoopFigures {
    /// Notes what no field explained. Only enrolled devices have such places, so there are never more than devices.
    mutating func note(_ places: [DecodedArrival.UnmappedPlace]) {
        for place in places {
            let known = unexplained.firstIndex { $0.device == place.device } ?? unexplained.endIndex
            if known == unexplained.endIndex { unexplained.append(UnexplainedMembers(device: place.device)) }
            guard !unexplained[known].names.contains(place.path) else { continue }
            unexplained[known].names.append(place.path)
            if unexplained[known].names.count > DaemonLimits.unexplainedNames { unexplained[known].names.removeFirst() }
        }
    }
}
