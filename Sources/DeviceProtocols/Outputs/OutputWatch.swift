package import GatewayCore

/// Hears the word of outputs among what arrives: that they are on, or off.
///
/// A copy that the broker kept tells how it was once, and confirms nothing.
package struct OutputWatch: Sendable {
    private struct Address: Hashable {
        var intake: IntakeID
        var topic: String
    }

    private struct Listener {
        var output: OutputID
        var path: [String]
        var confirmation: OutputConfirmation
    }

    private var listeners: [Address: [Listener]] = [:]
    /// The frames of the ports behind which outputs answer.
    private var streams: [IntakeID: any SerialStream] = [:]

    package init(_ outputs: [Output]) {
        for output in outputs {
            guard let intake = output.connection.intake, let confirmation = output.connection.confirmation else {
                continue
            }
            if case .serial(let serial) = output.connection { streams[intake] = serial.serialProtocol.stream }
            for place in confirmation.places {
                listeners[Address(intake: intake, topic: place.topic), default: []].append(
                    Listener(output: output.id, path: place.path, confirmation: confirmation))
            }
        }
    }

    /// Whether an output speaks at this topic, so that what no device says there is not strange.
    package func hears(_ arrival: Arrival) -> Bool {
        !listeners.isEmpty && listeners[Address(intake: arrival.intake, topic: arrival.address)] != nil
    }

    /// What the outputs say in an arrival; empty for what is no word of theirs.
    package mutating func reports(in arrival: Arrival) -> [OutputReport] {
        guard !listeners.isEmpty, !arrival.isRetained else { return [] }
        if streams[arrival.intake] != nil { return reports(inFramesOf: arrival) }
        return reports(Address(intake: arrival.intake, topic: arrival.address)) { path in
            OutputValue.text(in: arrival.bytes, at: path)
        }
    }

    private mutating func reports(inFramesOf arrival: Arrival) -> [OutputReport] {
        let frames = streams[arrival.intake]?.take(arrival.bytes, at: arrival.moment).frames ?? []
        return frames.flatMap { frame in
            frame.identities.flatMap { identity in
                reports(Address(intake: arrival.intake, topic: identity)) { path in
                    path.first.flatMap(frame.value)?.word
                }
            }
        }
    }

    private func reports(_ address: Address, _ value: ([String]) -> String?) -> [OutputReport] {
        (listeners[address] ?? []).compactMap { listener in
            guard let value = value(listener.path) else { return nil }
            if listener.confirmation.on.contains(value) { return OutputReport(output: listener.output, isOn: true) }
            if listener.confirmation.off.contains(value) { return OutputReport(output: listener.output, isOn: false) }
            return nil
        }
    }
}
