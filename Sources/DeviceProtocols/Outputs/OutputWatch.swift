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

    package init(_ outputs: [Output]) {
        for output in outputs {
            guard case .mqtt(let mqtt) = output.connection, let confirmation = mqtt.confirmation else { continue }
            for place in confirmation.places {
                listeners[Address(intake: mqtt.intake, topic: place.topic), default: []].append(
                    Listener(output: output.id, path: place.path, confirmation: confirmation))
            }
        }
    }

    /// Whether an output speaks at this topic, so that what no device says there is not strange.
    package func hears(_ arrival: Arrival) -> Bool {
        !listeners.isEmpty && listeners[Address(intake: arrival.intake, topic: arrival.address)] != nil
    }

    /// What the outputs say in an arrival; empty for what is no word of theirs.
    package func reports(in arrival: Arrival) -> [OutputReport] {
        guard !listeners.isEmpty, !arrival.isRetained,
            let here = listeners[Address(intake: arrival.intake, topic: arrival.address)]
        else { return [] }
        return here.compactMap { listener in
            guard let value = OutputValue.text(in: arrival.bytes, at: listener.path) else { return nil }
            if listener.confirmation.on.contains(value) { return OutputReport(output: listener.output, isOn: true) }
            if listener.confirmation.off.contains(value) { return OutputReport(output: listener.output, isOn: false) }
            return nil
        }
    }
}
