internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// What scripts expect of an explanation, and what they are told when it is otherwise.
@Suite struct ExplanationExpectationTests {
    private static func home() -> HomeBuilder {
        var home = HomeBuilder()
        home.addHelpCall()
        home.addLeftOpen()
        return home
    }

    private func mismatch(_ expectation: String, _ device: String = "pendant", _ event: String = "press") throws -> String? {
        let home = Self.home()
        let explanation = try SupposedTime.explain(home, device, event)
        return try ExplanationExpectation(expectation, plan: home.plan).mismatch(explanation)?.description
    }

    @Test(arguments: [
        "raises=emergency", "raises=help_call", "told=anna,bert,centre", "told=centre, bert, anna", "first=anna",
        "rung2=bert,centre", "rung2-after=2m10s", "pre-alert=10s", "last-action=siren", "rung3=nobody",
        "said=heard,sent,nobody_yet", "shares-anna=name,address,room,story",
    ])
    func `what is so is met`(expectation: String) throws {
        #expect(try mismatch(expectation) == nil)
    }

    @Test(arguments: [
        ("raises=urgent", "expected raises=urgent, and it is emergency help_call by help_call"),
        ("raises=nothing", "expected raises=nothing, and it is emergency help_call by help_call"),
        ("raises=emergency,left_open", "expected raises=emergency,left_open, and it is emergency help_call by help_call"),
        ("told=anna", "expected told=anna, and it is anna,bert,centre"),
        ("first=bert", "expected first=bert, and it is anna"),
        ("rung2-after=2m", "expected rung2-after=2m, and it is 2m10s"),
        ("rung3-after=2m", "expected rung3-after=2m, and it is nothing"),
        ("shares-bert=name", "expected shares-bert=name, and it is name,address,room,story"),
    ])
    func `what is otherwise says how it is`(expectation: String, words: String) throws {
        #expect(try mismatch(expectation) == words)
    }

    @Test func `where nothing is raised nobody is told`() throws {
        #expect(try mismatch("raises=nothing", "door", "closed") == nil)
        #expect(try mismatch("told=nobody", "door", "closed") == nil)
        #expect(try mismatch("told=anna", "door", "closed") == "expected told=anna, and it is nothing")
    }

    @Test(arguments: [
        ("told", "`told` is no expectation: write such as `told=anna`."),
        ("tolt=anna", "Nothing called `tolt` can be expected. Did you mean `told`?"),
        ("told=ana", "There is no contact `ana`. Did you mean `anna`?"),
        ("raises=emergancy", "There is no priority, kind of alert or rule `emergancy`. Did you mean `emergency`?"),
        ("rung2-after=soon", "`rung2-after=soon` needs one duration with its unit, such as 70s or 2m."),
        ("told=", "`told=` needs names, or `nothing`."),
        ("pre-alert=nothing", "`pre-alert=nothing` needs one duration with its unit, such as 70s or 2m."),
        ("shares-ana=name", "There is no contact `ana`. Did you mean `anna`?"),
        ("last-action=bell", "There is no output `bell`."),
    ])
    func `what is no expectation is refused in a sentence`(text: String, words: String) throws {
        let plan = Self.home().plan
        let problem = #expect(throws: ExplanationExpectation.Problem.self) {
            try ExplanationExpectation(text, plan: plan)
        }
        #expect(problem?.description == words)
    }
}
