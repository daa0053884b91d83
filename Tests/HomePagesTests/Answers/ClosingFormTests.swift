import GatewayCore
import HTTPTypes
import Testing

@testable import HomePages

struct ClosingFormTests {
    @Test(arguments: AlertOutcome.choices)
    func `every outcome that a person can choose is taken`(outcome: AlertOutcome) throws {
        let form = ClosingForm(outcome: outcome.rawValue, note: "  She was asleep.\r\nAll is well. ")
        let (taken, note) = try form.checked()
        #expect(taken == outcome)
        #expect(note == "She was asleep.\nAll is well.")
    }

    @Test(arguments: [
        (nil, nil, "Choose how it ended."),
        ("", "words", "Choose how it ended."),
        ("cleared", nil, "That is not one of the ways in which an alert ends."),
        ("<script>", nil, "That is not one of the ways in which an alert ends."),
        ("other", " \n ", "Say in words how it ended."),
        ("attended", String(repeating: "ä", count: 501), "The words may have 500 characters at most."),
    ] as [(String?, String?, String)])
    func `a form that lacks something says what`(outcome: String?, note: String?, sentence: String) {
        do {
            _ = try ClosingForm(outcome: outcome, note: note).checked()
            Issue.record("The form was taken.")
        } catch let fault as PageFault {
            #expect(fault.sentence == sentence)
            #expect(fault.status == .unprocessableContent)
        } catch {
            Issue.record("Another error: \(error)")
        }
    }

    @Test func `a note of 500 characters is taken whole`() throws {
        let note = String(repeating: "ä", count: 500)
        #expect(try ClosingForm(outcome: "attended", note: note).checked().1 == note)
    }
}
