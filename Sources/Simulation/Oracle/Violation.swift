/// A promise that was broken.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    package enum Promise: String, Hashable, Sendable, CaseIterable {
        case pressLost = "no recorded press is lost"
        case pressTwice = "one press is one alert"
        case meaningChanged = "an alert's id never changes its meaning"
        case phantom = "no alert without a cause"
        case missed = "what lasts long enough is raised"
        case twoForOneCause = "at most one open alert for one cause"
        case deliveryChanged = "a delivery's id is always the same order"
        case leftBeforeRecord = "nothing leaves before it is recorded"
        case toldAfterTaken = "what is taken is not told as raised"
        case emergencyDropped = "an emergency is never dropped"
        case ladderStands = "a raised alert's ladder goes on"
        case storyGap = "the story has no gaps"
        case grewTooLarge = "sizes are bounded"
        case wrongEdge = "an alert's life goes along its edges"
        case deadlinePast = "the deadline is never in the past"
        case trialTold = "what is on trial is told to nobody"
        case emergencyDelayed = "no emergency waits for anything"
        case heldBack = "what is held back is told at last"
        case untold = "an open emergency is told to its first rung"
        case unsettled = "everything ends settled"
    }

    package var promise: Promise
    package var text: String
    /// True time since the run's beginning.
    package var at: Duration

    package var description: String { "\(Scenario.clock(at)): \(promise.rawValue): \(text)" }
}
