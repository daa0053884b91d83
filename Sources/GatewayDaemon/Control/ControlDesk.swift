internal import GatewayCore
internal import LedgerStore
internal import LinuxSupport
internal import Synchronization

/// Turns control requests into events and looks, and what comes of them into answers.
package struct ControlDesk: Sendable {
    let inbox: Inbox
    /// The parts of a status that the engine does not know.
    let complete: @Sendable (inout StatusReport) -> Void
    let reload: @Sendable () -> ControlResponse

    package init(
        inbox: Inbox, complete: @escaping @Sendable (inout StatusReport) -> Void,
        reload: @escaping @Sendable () -> ControlResponse
    ) {
        self.inbox = inbox
        self.complete = complete
        self.reload = reload
    }

    /// Blocks until the engine has answered: for threads of one's own.
    package func answer(_ request: ControlRequest) -> ControlResponse {
        switch request {
        case .status: return status()
        case .devices: return devices()
        case .strangers: return strangers()
        case .alerts(let all): return look { engine in .alerts(engine.alerts.filter { all || $0.isOpen }) }
        case .alert(let id):
            return look { engine in
                engine.alert(id).map { .alerts([$0]) } ?? .refused("There is no alert \(id) in memory.")
            }
        case .story(let id): return story(of: id)
        case .rule(let id): return standing(of: id)
        case .acknowledge(let id, let contact):
            return ask(.acknowledge(id, by: contact, way: .command), done: "\(contact) has taken \(id).", id)
        case .close(let id, let contact, let outcome, let note):
            return ask(
                .close(id, by: contact, outcome: outcome, note: note),
                done: "\(id) is closed: \(outcome.title).", id)
        case .okay:
            return ask(.okay(source: "command"), done: "Noted: the person is well.", nil)
        case .away(let until):
            let words = until.map { "Away until \($0.rfc3339), or until activity is seen." } ?? "Back at home."
            return ask(.mode(until == nil ? nil : .away, until: until, source: "command"), done: words, nil)
        case .mode(let mode, let end): return set(mode, end)
        case .visit(let visitor, let isHere, let end): return visit(visitor, isHere: isHere, end)
        case .shadow(let since): return shadow(since: since)
        case .reload: return reload()
        }
    }

    private func status() -> ControlResponse {
        let complete = complete
        let answer = Answer<StatusReport>()
        inbox.post(
            .look { engine, ledger, figures in
                answer.give(StatusReport(engine, figures, damage: ledger.damage.sentences))
            })
        guard var report = answer.wait() else { return .refused(Self.silence) }
        complete(&report)
        return .status(report)
    }

    private func devices() -> ControlResponse {
        let answer = Answer<DevicesReport>()
        inbox.post(.look { engine, _, figures in answer.give(DevicesReport(engine, figures)) })
        return answer.wait().map { .devices($0) } ?? .refused(Self.silence)
    }

    private func strangers() -> ControlResponse {
        let answer = Answer<StrangersReport>()
        inbox.post(.strangers { answer.give($0) })
        return answer.wait().map { .strangers($0) } ?? .refused(Self.silence)
    }

    func look(_ body: @escaping @Sendable (Engine) -> ControlResponse) -> ControlResponse {
        consult(body) ?? .refused(Self.silence)
    }

    /// What the engine knows; nil when it does not answer in time.
    func consult<Value: Sendable>(_ body: @escaping @Sendable (Engine) -> Value) -> Value? {
        let answer = Answer<Value>()
        inbox.post(.look { engine, _, _ in answer.give(body(engine)) })
        return answer.wait()
    }

    /// As `consult`, with what the ledger keeps.
    func consultLedger<Value: Sendable>(_ body: @escaping @Sendable (Engine, SQLiteLedger) -> Value) -> Value? {
        let answer = Answer<Value>()
        inbox.post(.look { engine, ledger, _ in answer.give(body(engine, ledger)) })
        return answer.wait()
    }

    func ask(_ event: Event, done: String, _ id: AlertID?) -> ControlResponse {
        let answer = Answer<Decision.Reply?>()
        inbox.post(.event(event) { answer.give($0) })
        guard let reply = answer.wait() else { return .refused(Self.silence) }
        let name = id.map { "\($0)" } ?? "It"
        return switch reply {
        case nil, .accepted: .done(done)
        case .unknownAlert: .refused("There is no alert \(name); `pullcord alerts list --all` shows those in memory.")
        case .notOpen(let state): .refused("\(name) is \(state); only a raised or acknowledged alert can be answered.")
        case .notContact:
            .refused("That contact has not been told of \(name); `pullcord alerts show \(name)` says who has.")
        }
    }

    static let silence = "The gateway's engine did not answer in time; see `journalctl -u pullcord`."
}

/// A value that one thread waits for and another gives.
private final class Answer<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let wakeUp = try? WakeUp()

    func give(_ new: Value) {
        value.withLock { $0 = new }
        wakeUp?.signal()
    }

    /// Nil when the time is over.
    func wait() -> Value? {
        guard let wakeUp else { return nil }
        _ = try? waitForInput([wakeUp.descriptor], timeout: DaemonLimits.controlTimeout)
        return value.withLock { $0 }
    }
}
