import GatewayCore
import Testing

@testable import AlertDelivery

@Suite struct PathHealthTests {
    @Test func `each change is told once`() {
        let health = PathHealth()
        let told = Record<PathState>()
        health.attach { told.append($0) }
        for state in [PathState.up, .up, .down(reason: "a"), .down(reason: "b"), .up] { health.note(state) }
        #expect(told.elements == [.up, .down(reason: "a"), .up])
    }

    @Test func `a supervisor that comes later is told how it stands`() {
        let health = PathHealth()
        let told = Record<PathState>()
        health.note(.down(reason: "a"))
        health.attach { told.append($0) }
        #expect(told.elements == [.down(reason: "a")])
        #expect(health.isDown)
        health.detach()
        health.note(.up)
        #expect(told.elements.count == 1)
    }
}
