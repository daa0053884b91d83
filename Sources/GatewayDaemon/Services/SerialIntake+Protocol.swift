internal import DeviceProtocols
internal import GatewayCore
internal import SerialIntake

// What the serial protocols want to hear, in the words of the intake.
extension SerialConnection.SerialProtocol {
    var greetingSteps: [SerialGreetingStep] {
        greeting?.steps.map { step in
            SerialGreetingStep(bytes: step.bytes, pause: step.pause, discardsInput: step.discardsInput)
        } ?? []
    }

    var serialKeepAlive: SerialKeepAlive? {
        greeting?.keepAlive.map { keepAlive in
            let silence = "The device at this port has hung or lost its power: nothing came from it for "
                + "\(keepAlive.interval.inWords)" + (keepAlive.bytes.isEmpty ? "." : ", not even an answer.")
            return SerialKeepAlive(
                bytes: keepAlive.bytes, bytesInSilence: keepAlive.bytesInSilence, interval: keepAlive.interval,
                silence: keepAlive.demandsAnswer ? silence : nil)
        }
    }
}
