import Testing

@testable import GatewaySettings

struct SuggestionTests {
    @Test(arguments: [
        ("devcies", "devices"), ("chanel", "channel"), ("for", "hold"), ("timezone", "zone"), ("Rooms", "rooms"),
        ("rung", "rungs"),
    ])
    func `the nearest word is suggested`(_ word: String, _ meant: String) {
        let candidates = ["devices", "channel", "hold", "zone", "rooms", "rungs"]
        #expect(Suggestion.nearest(to: word, among: candidates) == meant)
    }

    @Test func `nothing is suggested for what is far from all`() {
        #expect(Suggestion.nearest(to: "banana", among: ["devices", "rooms"]) == nil)
        #expect(Suggestion.nearest(to: "", among: ["devices"]) == nil)
        #expect(Suggestion.nearest(to: "x", among: []) == nil)
    }

    @Test func `a swap of neighbours is one mistake`() {
        #expect(Suggestion.distance("topic", "tpoic", atMost: 3) == 1)
        #expect(Suggestion.distance("topic", "", atMost: 9) == 5)
        #expect(Suggestion.distance("abc", "abcdefgh", atMost: 2) > 2)
    }
}
