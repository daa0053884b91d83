package import GatewayCore
internal import DeviceProtocols

/// What in one device's messages no field of its profile explains: the names, never the values.
package struct UnexplainedMembers: Hashable, Codable, Sendable {
    package var device: DeviceID
    /// The newest last, each once.
    package var names: [String] = []

    fileprivate mutating func note(_ name: String) {
        guard !names.contains(name) else { return }
        names.append(name)
        if names.count > DaemonLimits.unexplainedNames { names.removeFirst() }
    }
}

extension LoopFigures {
    /// Notes what no field explained. Only enrolled devices have such places, so there are never more than devices.
    mutating func note(_ places: [DecodedArrival.UnmappedPlace]) {
        var known = unexplained.endIndex
        for place in places {
            // Those of one arrival are nearly always of one device.
            if known == unexplained.endIndex || unexplained[known].device != place.device {
                known = unexplained.firstIndex { $0.device == place.device } ?? unexplained.endIndex
                if known == unexplained.endIndex { unexplained.append(UnexplainedMembers(device: place.device)) }
            }
            unexplained[known].note(place.path)
        }
    }
}
