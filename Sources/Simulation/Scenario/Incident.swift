package import GatewayCore

/// Something that happens in the simulated world.
package enum Incident: Hashable, Sendable {
    /// The person presses something, or falls: an event of a device.
    case event(DeviceID, Capability, Radio)
    case state(DeviceID, Capability, Bool, Radio)
    case number(DeviceID, Capability, Quantity, Radio)
    /// The person says, other than by a device, that they are well.
    case okay
    case away(Duration)
    /// Somebody says how the home is lived in, and for how long.
    case mode(HomeMode, Duration)
    /// A visitor comes or goes, and says so on a page.
    case visit(VisitorID, isHere: Bool)
    /// A contact answers the newest open alert that they were told of.
    case answer(ContactID, Answer)
    /// The same with what was done.
    case closing(ContactID, AlertOutcome)
    /// From now on a contact answers so whatever they are told of.
    case answering(ContactID, StandingAnswer)
    /// A contact answers nothing for a while.
    case unanswering(ContactID, Duration)
    /// One broker, or all. One that forgets loses what waits for the gateway, and what it kept.
    case brokerDown(Duration, forgets: Bool, of: IntakeID? = nil)
    /// One bridge, or all.
    case bridgeDown(Duration, of: BridgeID? = nil)
    /// One serial port, or all, is gone; what its devices send meanwhile is lost.
    case serialGone(Duration, of: IntakeID? = nil)
    /// The broker and the bridge send again what they keep, a kept press included.
    case copies
    case channel(ChannelID, ChannelFault, Duration)
    case disk(LedgerError.Kind, Duration)
    case powerCut(PowerCut)
    case clockStep(Duration)
    /// Other settings, by their number.
    case reload(Int)
    /// The gateway is stopped in its tracks, as by a debugger or a disk that hangs.
    case stall(Duration)
    /// The whole box sleeps: nothing is heard, and time has jumped when it wakes.
    case suspend(Duration)
    /// Nothing is heard of a device: its battery is flat, or it was carried away.
    case deviceSilent(DeviceID, Duration)

    /// What the way from the device to the broker does to a message.
    package enum Radio: Hashable, Sendable {
        case clear
        case lost
        /// A second frame follows.
        case doubled(after: Duration)
        /// It comes late, and so perhaps after what was sent later.
        case late(Duration)
    }

    /// What a channel does to deliveries.
    package enum ChannelFault: String, Hashable, Sendable, CaseIterable {
        case down
        /// The answer comes after the channel's patience: the other side has it, and we do not know.
        case slow
        case answerLost = "answer lost"
        case refuses
        /// HTTP 429 or DC-09's NAK: later, please.
        case busy
        /// It accepts, and nobody gets it.
        case swallows
    }

    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case acknowledges
        case closes
    }

    /// What a contact does with each alert that they are told of.
    package struct StandingAnswer: Hashable, Sendable {
        package var answer: Answer
        /// For `closes`.
        package var outcome: AlertOutcome
        /// Since the message reached them.
        package var after: Duration

        package init(_ answer: Answer, outcome: AlertOutcome = .attended, after: Duration) {
            self.answer = answer
            self.outcome = outcome
            self.after = after
        }
    }

    /// A power cut, where in the gateway's next turn it strikes, and what is there afterwards.
    package struct PowerCut: Hashable, Sendable {
        package enum Place: String, Hashable, Sendable, CaseIterable {
            case atOnce = "at once"
            case afterDeciding = "after deciding"
            case whileRecording = "while recording"
            case afterRecording = "after recording"
            case whileActing = "while acting"
        }

        package enum Restart: String, Hashable, Sendable, CaseIterable {
            /// Only the gateway's process ended.
            case process = "of the process"
            /// The whole box went off; its clock ran on.
            case reboot = "with reboot"
            /// The box has no clock that runs on without power.
            case rebootWithoutClock = "with reboot without clock"
        }

        package var place: Place
        /// For `whileActing`: after so many effects of the turn.
        package var effects: Int
        package var outage: Duration
        package var restart: Restart
        /// The settings that are there when it starts again; nil for the same.
        package var settings: Int?
        /// The ledger is gone or was set aside: it starts with an empty one.
        package var losesLedger: Bool

        package init(
            place: Place, effects: Int = 0, outage: Duration, restart: Restart, settings: Int? = nil,
            losesLedger: Bool = false
        ) {
            self.place = place
            self.effects = effects
            self.outage = outage
            self.restart = restart
            self.settings = settings
            self.losesLedger = losesLedger
        }
    }
}
