import AlarmProtocols
import GatewayCore
import Synchronization

/// The board, for all who read and write it at once, and those who wait for it to change.
final class DeskStore: Sendable {
    private let guarded = Mutex(DeskBoard())
    let feed = DeskFeed()

    var board: DeskBoard { guarded.withLock { $0 } }

    func alert(_ key: String) -> DeskAlert? { guarded.withLock { $0.alert(key) } }

    func receive(_ envelope: AlertEnvelope, id: String, at now: WallTime) -> DeskBoard.Receipt {
        let receipt = guarded.withLock { $0.receive(envelope, id: id, at: now) }
        switch receipt {
        case .new(let key): feed.send(.new(key: key))
        case .changed(let key): feed.send(.changed(key: key))
        case .repeated: break
        }
        return receipt
    }

    func note(_ answer: DeskAnswer, of key: String, document: AnswerDocument? = nil) {
        guarded.withLock { $0.note(answer, of: key, document: document) }
        feed.send(.changed(key: key))
    }

    func countRefusal() { guarded.withLock { $0.countRefusal() } }
}
