internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Carers and others who come and go.
@Suite struct VisitTests {
    private static let carer = VisitorID("carer")

    private static func home() -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.visitors = [Visitor(id: carer, name: "The morning carer", stay: .hours(2))]
        var tag = HomeBuilder.device("tag", [.buttonPress])
        tag.visitor = carer
        home.devices.append(tag)
        home.addInactivity(after: .hours(4), preAlert: .zero)
        return (EngineDriver(home), home)
    }

    @Test func `a tag begins a visit and ends it`() {
        var (home, _) = Self.home()
        home.press("tag", .buttonPress)
        #expect(home.engine.visits.map(\.visitor) == [Self.carer])
        #expect(home.engine.mode == .visitors)
        home.pass(.minutes(30))
        home.press("tag", .buttonPress)
        #expect(home.engine.visits == [])
        #expect(home.engine.mode == .home)
    }

    @Test func `three frames of one press are one coming`() {
        var (home, _) = Self.home()
        for _ in 0..<3 {
            home.press("tag", .buttonPress)
            home.pass(.milliseconds(100))
        }
        #expect(home.engine.visits.count == 1)
    }

    @Test func `a kept copy of a tag's press is no visit`() {
        var (home, _) = Self.home()
        home.press("tag", .buttonPress, freshness: .retained)
        #expect(home.engine.visits == [])
    }

    @Test func `a visit that nobody ends is over after its usual stay, also over a restart`() {
        var (home, plan) = Self.home()
        home.turn(.visit(Self.carer, isHere: true, until: nil, source: "page"))
        home.restart(after: .hours(1), with: plan)
        #expect(home.engine.visits.count == 1)
        home.pass(.hours(1))
        #expect(home.engine.visits == [])
    }

    @Test func `nobody is inactive while a carer is there, and counting begins when they leave`() {
        var (home, _) = Self.home()
        home.show("motion", .motion, true)
        home.pass(.hours(3))
        home.press("tag", .buttonPress)
        home.pass(.hours(1) + .minutes(50))
        home.press("tag", .buttonPress)
        #expect(home.states == [])
        home.pass(.hours(4) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }

    @Test func `who is not a known visitor is none`() {
        var (home, _) = Self.home()
        home.turn(.visit(VisitorID("stranger"), isHere: true, until: nil, source: "page"))
        #expect(home.engine.visits == [])
    }

    @Test func `a visit's end is bounded, however it is said`() {
        var (home, _) = Self.home()
        home.turn(.visit(Self.carer, isHere: true, until: WallTime(milliseconds: .max), source: "page"))
        home.pass(Limits.longestVisit)
        #expect(home.engine.visits == [])
    }
}
